/** Taxpayers and bindings as documents: their ids, what is sealed in them, and how they are shown. */
import type * as z from 'zod/mini'
import { maskName, maskNumber } from '../core/pure/masking'
import { shownText } from '../core/pure/typed-text'
import type { Binding } from '../core/io/identity/collections'
import type { DataKey, Vault, Where } from '../core/io/security/contract'
import type { taxpayer } from './schemas'

export type TaxpayerKind = 'person' | 'enterprise'
export type TaxpayerView = z.infer<typeof taxpayer>
export type RevealedField = 'name' | 'number' | 'phone'

/** Where a taxpayer's field is sealed: bound to the taxpayer, not to the document that carries it. */
export const whereOf = (taxpayerId: string, field: RevealedField | 'masked'): Where =>
  `taxpayers|${taxpayerId}|${field}`

export const subjectIdOf = (vault: Vault, kind: TaxpayerKind, number: string): string =>
  `sj_${vault.pseudonym('subject', `${kind}|${number}`)}`

export const taxpayerIdOf = (vault: Vault, accountId: string, subjectId: string): string =>
  `tp_${vault.pseudonym('taxpayer', `${accountId}|${subjectId}`)}`

/** Of an account: all its claims count here, those let go included. By its WeChat identity, so that an erasure sheds no ban. */
export const accountLedger = (vault: Vault, origin: string): string =>
  `lg_${vault.pseudonym('ledger', `account|${origin}`)}`

/** Of a number: what stands for it by claims, whoever made them. Its own kind of pseudonym: nothing else leads to it. */
export const claimedNumber = (vault: Vault, subjectId: string): string =>
  `nb_${vault.pseudonym('number', subjectId)}`

/** Names a claim: by who claims and for whom. Before claims counted by account, it was the claim's own ledger. */
export const claimedLedger = (vault: Vault, origin: string, subjectId: string): string =>
  `lg_${vault.pseudonym('ledger', `claimed|${origin}|${subjectId}`)}`

/** Of a verified taxpayer: by subject alone. */
export const verifiedLedger = (vault: Vault, subjectId: string): string =>
  `lg_${vault.pseudonym('ledger', `verified|${subjectId}`)}`

interface Facts {
  readonly kind: TaxpayerKind
  readonly name: string
  readonly number: string
  readonly phone?: string | undefined
}

/** What may be shown without being asked for: one sealed text, so that showing it opens nothing else. */
interface Masked {
  readonly name: string
  readonly number: string
}

export const sealFacts = (key: DataKey, taxpayerId: string, { kind, name, number, phone }: Facts) => {
  const masked: Masked = { name: maskName(kind, name), number: maskNumber(kind, number) }
  return {
    name: key.seal(whereOf(taxpayerId, 'name'), name),
    number: key.seal(whereOf(taxpayerId, 'number'), number),
    phone: phone === undefined ? null : key.seal(whereOf(taxpayerId, 'phone'), phone),
    masked: key.seal(whereOf(taxpayerId, 'masked'), JSON.stringify(masked)),
  }
}

/** What was sealed before there was a rule for texts may hold characters that turn the writing round, or that hide. */
const cleaned = (text: string): string => shownText(text) || '*'

export const openMasked = (key: DataKey, taxpayerId: string, sealed: string): Masked => {
  const { name, number } = JSON.parse(key.open(whereOf(taxpayerId, 'masked'), sealed)) as Masked
  return { name: cleaned(name), number: cleaned(number) }
}

/** A binding as its account sees it. Without its owner's key the owner is erased: nothing is left to show. */
export const viewOf = (
  binding: Binding,
  key: DataKey | undefined,
  preferred: string | null,
): TaxpayerView | undefined => {
  if (!key) return undefined
  const { taxpayerId, kind, standing, through, expiresAt, masked } = binding
  return {
    id: taxpayerId,
    kind,
    standing,
    ...openMasked(key, taxpayerId, masked),
    isDefault: preferred === taxpayerId,
    through,
    ...(expiresAt === undefined ? {} : { expiresAt }),
  }
}
