/**
 * The picture that a chat or a feed shows of a page, as a tree of boxes and text. Its colours are those of
 * src/styles/tokens.css in their light form: what shows it has its own idea of dark.
 */
import type { Node } from '@takumi-rs/core';
import { textLanguage } from '../lib/text-language.ts';
import { fitText, widthInEms, type TextStep } from './fit-text.ts';
import { setChinese } from './set-chinese.ts';

/** Pixels, as the Open Graph protocol and those who read it expect. */
export const previewSize = { width: 1200, height: 630 };

/** What a card says. All of it is plain text. */
export interface PreviewCard {
  title: string;
  titleZh?: string | undefined;
  /** Stands at the right of the site's name: `June 2025`. */
  month?: string | undefined;
  /** In order of weight: those that don't fit in a line are left out. */
  topics: readonly { name: string; nameZh?: string | undefined }[];
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
const topicGap = 36;

/** Two lines of a Chinese title leave an English one less room. */
const titleSteps: TextStep[] = [
  { size: 76, lines: 2 },
  { size: 64, lines: 2 },
  { size: 56, lines: 3 },
  { size: 48, lines: 3 },
  { size: 40, lines: 4 },
];
const titleZhSteps: TextStep[] = [
  { size: 42, lines: 1 },
  { size: 37, lines: 1 },
  { size: 34, lines: 2 },
];

/** The tree of a card, `previewSize` large. */
export function cardTree(card: PreviewCard): Node {
  const topics = topicsThatFit(card.topics);
  return box(
    {
      width: '100%',
      height: '100%',
      flexDirection: 'column',
      justifyContent: 'space-between',
      padding: `${margin.block}px ${margin.inline}px`,
      backgroundColor: colors.paper,
      color: colors.ink,
    },
    [
      box({ justifyContent: 'space-between', alignItems: 'center' }, [
        box({ alignItems: 'center', columnGap: 18 }, [mark(), ...siteNames(card)]),
        ...(card.month ? [line(card.month, { color: colors.quiet })] : []),
      ]),
      box({ flexDirection: 'column', rowGap: 26 }, titles(card)),
      box(
        {
          minHeight: 66,
          paddingTop: 28,
          columnGap: topicGap,
          ...(topics.length > 0 && { borderTop: `2px solid ${colors.rule}` }),
        },
        topics.map(({ name, nameZh }) =>
          box({ columnGap: 10 }, [
            line(name, { color: colors.quiet }),
            ...(nameZh ? [line(nameZh, { color: colors.quiet, fontFamily: chinese })] : []),
          ]),
        ),
      ),
    ],
  );
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
  const isChinese = textLanguage(title) === 'zh-CN';
  const first = paragraph(isChinese ? setChinese(title) : title, titleSteps, {
    fontFamily: isChinese ? chinese : latin,
    fontWeight: 600,
    lineHeight: isChinese ? 1.35 : 1.2,
    letterSpacing: isChinese ? 0 : -0.5,
  });
  if (titleZh === undefined || titleZh === title) return [first];
  const second = paragraph(setChinese(titleZh), titleZhSteps, {
    fontFamily: chinese,
    fontWeight: 500,
    lineHeight: 1.42,
    color: colors.quiet,
  });
  return [first, second];
}

function topicsThatFit(topics: PreviewCard['topics']): PreviewCard['topics'] {
  let room = column;
  return topics.filter(({ name, nameZh }) => {
    const width = widthInEms(name + (nameZh ?? '')) * small + 10;
    room -= width + topicGap;
    return room >= -topicGap;
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

/** Text in lines of about the same length, cut with an ellipsis after the most lines that a step allows. */
function paragraph(text: string, steps: readonly TextStep[], style: Style): Node {
  return {
    type: 'text',
    text,
    style: {
      fontSize: fitText(text, column, steps).size,
      display: 'block',
      // Not the step's own lines: where the estimate is one line short, nothing is lost.
      lineClamp: Math.max(...steps.map(({ lines }) => lines)),
      textOverflow: 'ellipsis',
      textWrap: 'balance',
      overflowWrap: 'anywhere',
      ...style,
    },
  };
}
