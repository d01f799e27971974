/** The pages of an export as one: each section once, with all its documents. */
import { dayOf } from '../../../../functions/core/pure/time'
import type { Output } from '../../../client/api'
import type { TextFile } from '../../../client/save'

export type ExportPage = Output<'accounts', 'export'>
export type Exported = Omit<ExportPage, 'next'>

type Section = ExportPage['sections'][number]

/** @returns undefined before the first page */
export const joined = (pages: readonly ExportPage[]): Exported | undefined => {
  const [first] = pages
  const last = pages[pages.length - 1]
  if (!first || !last) return undefined
  const sections = new Map<string, Section>()
  for (const { name, what, documents } of pages.flatMap((page) => page.sections))
    sections.set(name, { name, what, documents: [...(sections.get(name)?.documents ?? []), ...documents] })
  return {
    madeAt: first.madeAt,
    sections: [...sections.values()],
    kept: first.kept,
    complete: last.next === undefined,
  }
}

export const countOf = ({ sections }: Pick<Exported, 'sections'>): number =>
  sections.reduce((sum, { documents }) => sum + documents.length, 0)

/** Readable by people and programs alike; a file that lacks something is called so, and says so inside (`complete`). */
export const exportFile = (exported: Exported): TextFile => ({
  name: `shuibang-${dayOf(exported.madeAt)}${exported.complete ? '' : '-partial'}.json`,
  text: JSON.stringify(exported, null, 2),
})
