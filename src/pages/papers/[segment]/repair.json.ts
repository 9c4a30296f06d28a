/** The record of a paper's repair, for the switch that marks restored characters. */
import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { hasRepairRecord, readRepairRecord } from '../../../lib/read-repair-record.ts';

export async function getStaticPaths() {
  const papers = await getCollection('papers');
  const paths = await Promise.all(
    papers.map(async ({ id, filePath = '' }) => {
      const damaged = await hasRepairRecord(filePath);
      return damaged ? [{ params: { segment: id }, props: { filePath } }] : [];
    }),
  );
  return paths.flat();
}

export const GET: APIRoute = async ({ props }) =>
  Response.json(await readRepairRecord((props as { filePath: string }).filePath));
