/**
 * The picture that a chat or a feed shows of a page, as a tree of boxes and text. Its colours are those of
 * src/styles/tokens.css in their light form: what shows it has its own idea of dark.
 */
import type { Node } from '@takumi-rs/core';
import { textLanguage } from '../lib/text-language.ts';
import { fitTitles, widthInEms, type Leading, type TextStep } from './fit-text.ts';
import { setTitle } from './set-title.ts';

/** Pixels, as the Open Graph protocol and those who read it expect. */
export const previewSize = { width: 1200, height: 630 };

/** What a card says. All of it is plain text. */
export interface PreviewCard {
  title: string;
  titleZh?: string | undefined;
  /** Stands at the right of the site's name: `June 2025` and `2025年6月`. */
  month?: { name: string; nameZh: string } | undefined;
  /** What the paper is about, in order of weight: those that don't fit in a line are left out. */
  tags: readonly { name: string; nameZh?: string | undefined }[];
  siteName: string;
  siteNameZh: string;
}

const colors = {
  paper: '#fdfcf9',
  ink: '#1f1b18',
  quiet: '#534c46',
  rule: '#e2dcd3',
  accent: '#8f2416',
};

/** Families by script. Each ends in all others, so that every character finds its font. */
const latin = 'Source Serif, Noto Serif SC, Noto Serif HK';
const chinese = 'Noto Serif SC, Noto Serif HK, Source Serif';

const margin = { inline: 88, block: 72 };
const column = previewSize.width - 2 * margin.inline;
const small = 27;
const tagGap = 36;

/** Beside a Chinese title an English one has less room. */
const titleLeading = { latin: 1.2, chinese: 1.35 };
const titleZhLeading = 1.42;
const titleGap = 24;
/** What is left between the site's name and the tags, less some air. */
const titlesHeight = 284;

/** The tree of a card, `previewSize` large. */
export function cardTree(card: PreviewCard): Node {
  const tags = tagsThatFit(card.tags);
  return box(
    {
      width: '100%',
      height: '100%',
      flexDirection: 'column',
      padding: `${margin.block}px ${margin.inline}px`,
      backgroundColor: colors.paper,
      color: colors.ink,
    },
    [
      box({ justifyContent: 'space-between', alignItems: 'center' }, [
        box({ alignItems: 'center', columnGap: 18 }, [mark(), ...siteNames(card)]),
        ...(card.month
          ? [line(`${card.month.name} · ${card.month.nameZh}`, { color: colors.quiet })]
          : []),
      ]),
      box(
        {
          flexGrow: 1,
          flexDirection: 'column',
          justifyContent: 'center',
          rowGap: titleGap,
          // Without tags the titles stand where the eye has its middle: above that of the picture.
          ...(tags.length === 0 && { paddingBottom: 42 }),
        },
        titles(card),
      ),
      ...(tags.length > 0
        ? [
            box(
              { paddingTop: 28, columnGap: tagGap, borderTop: `2px solid ${colors.rule}` },
              tags.map(named),
            ),
          ]
        : []),
    ],
  );
}

/** A name in both languages. */
function named({ name, nameZh }: PreviewCard['tags'][number]): Node {
  return box({ columnGap: 12 }, [
    line(name, { color: colors.quiet }),
    ...(nameZh ? [line(nameZh, { color: colors.quiet, fontFamily: chinese })] : []),
  ]);
}

/** The page with its three lines, as in public/favicon.svg. */
function mark(): Node {
  const stroke = (width: number) => box({ width, height: 4, backgroundColor: colors.accent }, []);
  return box(
    {
      width: 36,
      height: 42,
      flexDirection: 'column',
      justifyContent: 'center',
      rowGap: 5,
      paddingLeft: 6,
      border: `4px solid ${colors.accent}`,
      borderRadius: 5,
    },
    [stroke(16), stroke(16), stroke(9)],
  );
}

function siteNames({ siteName, siteNameZh }: PreviewCard): Node[] {
  const style = { fontWeight: 600, color: colors.accent };
  return [line(siteName, style), line(siteNameZh, { ...style, fontFamily: chinese })];
}

function titles({ title, titleZh }: PreviewCard): Node[] {
  const language = textLanguage(title);
  const isChinese = language === 'zh-CN';
  const leading: Leading = {
    title: isChinese ? titleLeading.chinese : titleLeading.latin,
    titleZh: titleZhLeading,
    gap: titleGap,
  };
  const both = {
    title: setTitle(title, language),
    titleZh: titleZh === undefined || titleZh === title ? '' : setTitle(titleZh, 'zh-CN'),
  };
  const fitted = fitTitles(both, { width: column, height: titlesHeight }, leading);
  const first = paragraph(both.title, fitted.title, {
    fontFamily: isChinese ? chinese : latin,
    fontWeight: 600,
    lineHeight: leading.title,
    letterSpacing: isChinese ? 0 : -0.5,
  });
  if (both.titleZh === '') return [first];
  const second = paragraph(both.titleZh, fitted.titleZh, {
    fontFamily: chinese,
    fontWeight: 500,
    lineHeight: leading.titleZh,
    color: colors.quiet,
  });
  return [first, second];
}

function tagsThatFit(tags: PreviewCard['tags']): PreviewCard['tags'] {
  let room = column;
  return tags.filter(({ name, nameZh }) => {
    const width = widthInEms(name + (nameZh ?? '')) * small + 12;
    room -= width + tagGap;
    return room >= -tagGap;
  });
}

type Style = Record<string, string | number>;

function box(style: Style, children: Node[]): Node {
  return { type: 'container', style: { display: 'flex', ...style }, children };
}

/** Text that stays in one line. */
function line(text: string, style: Style): Node {
  return {
    type: 'text',
    text,
    style: { fontFamily: latin, fontSize: small, lineHeight: 1.4, whiteSpace: 'nowrap', ...style },
  };
}

/** Text in lines of about the same length, cut with an ellipsis after the most lines that it may take. */
function paragraph(text: string, { size, lines }: TextStep, style: Style): Node {
  return {
    type: 'text',
    text,
    style: {
      fontSize: size,
      display: 'block',
      lineClamp: lines,
      textOverflow: 'ellipsis',
      textWrap: 'balance',
      overflowWrap: 'anywhere',
      ...style,
    },
  };
}
