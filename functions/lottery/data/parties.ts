/** Who may commit to a secret for a draw, each once, in the order in which their secrets are hashed; and who acts for whom. */
import type { Role } from '../../core/pure/roles'
import { text, type Text } from '../../core/pure/text'

export const CAPACITIES = ['taxOffice', 'notary', 'official'] as const
export type Capacity = (typeof CAPACITIES)[number]

interface CapacityRow {
  readonly words: Text
  /** Of the grant that carries the duty to draw. */
  readonly role: Role
}

export const PARTIES: Readonly<Record<Capacity, CapacityRow>> = {
  taxOffice: { words: text('税务机关', 'Tax office'), role: 'supervisor' },
  notary: { words: text('公证机构', 'Notary'), role: 'notary' },
  official: { words: text('公职人员代表', 'Public official'), role: 'supervisor' },
}

/** Characters of a party's public name. */
export const PARTY_NAME = { min: 2, max: 60 }
