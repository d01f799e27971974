/**
 * What an export holds: a registry that each function adds its own section to, so that nobody reads another's documents.
 * A function registers in its public.ts; what is deployed without it cannot export for it.
 */
import type { Services } from '../core/io/context'

export interface ExportedPerson {
  readonly accountId: string
  /** The taxpayers that this account owns, those it let go included. */
  readonly taxpayerIds: readonly string[]
}

export interface ExportSection {
  /** The function: `appointments`. */
  readonly name: string
  /** Its documents about this person, opened and readable; none about anybody else. */
  documents(services: Services, person: ExportedPerson): Promise<readonly Readonly<Record<string, unknown>>[]>
}

const sections = new Map<string, ExportSection>()

/**
 * Adds a section to every export from here on. The same name takes the place of what was registered before.
 * @example registerExport({ name: 'appointments', documents: async ({ store }, { accountId }) => … })
 */
export const registerExport = (section: ExportSection): void => {
  sections.set(section.name, section)
}

/** In the order of their names. */
export const exportSections = (): readonly ExportSection[] =>
  [...sections.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
