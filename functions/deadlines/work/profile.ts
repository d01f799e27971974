/** A taxpayer's document: read, with what goes without saying while there is none, and written with its plan. */
import { createHash } from 'node:crypto'
import type { Tx } from '../../core/io/store/transaction'
import type { Instant } from '../../core/pure/time'
import { profiles, type FiledMark, type ProfileDoc } from '../collections'
import { FILED_KEPT } from '../data/limits'
import type { TaxpayerKind } from '../../core/pure/taxpayer-kinds'
import { OFFSETS, planOf } from '../rules/plan'
import { usualProfile } from '../rules/profile'

/** Whose deadlines: a taxpayer, or, while no person was added, the account's own self. */
export interface Subject {
  /** Whose document it is. */
  readonly owner: string
  readonly taxpayerId: string | null
  readonly kind: 'person' | 'enterprise'
  /** As it is said elsewhere: not asked for again. */
  readonly said?: TaxpayerKind | undefined
}

export const profileIdOf = ({ taxpayerId, owner }: Pick<Subject, 'taxpayerId' | 'owner'>): string =>
  taxpayerId ?? owner

/** Of an enterprise nobody knows yet what it is: the kind of most is shown until somebody says. */
const USUAL_KIND = { person: 'person', enterprise: 'smallScale' } as const

/** What a person, or an enterprise, may be. */
export const KINDS_OF: Readonly<Record<Subject['kind'], readonly TaxpayerKind[]>> = {
  person: ['person'],
  enterprise: ['selfEmployed', 'smallScale', 'general'],
}

export const spreadOf = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 2)

/** As it is while nobody has said anything here. */
export const unsaid = (subject: Subject): ProfileDoc => {
  const { kind, said } = subject
  const known = said !== undefined && KINDS_OF[kind].includes(said) ? said : undefined
  return {
    v: 1,
    accountId: subject.owner,
    taxpayerId: subject.taxpayerId,
    ...usualProfile(known ?? USUAL_KIND[kind]),
    chosen: kind === 'person' || known !== undefined,
    watchers: [],
    filed: [],
    plan: '',
    spread: spreadOf(profileIdOf(subject)),
    changedAt: 0,
  }
}

const stillKept = (filed: readonly FiledMark[], now: Instant): readonly FiledMark[] =>
  filed.filter(({ at }) => at > now - FILED_KEPT)

const planFor = (doc: ProfileDoc): string =>
  planOf(
    doc,
    OFFSETS.filter((one) => doc.watchers.some(({ offsets }) => offsets.includes(one))),
  )

/** With its plan, which follows from the rest. */
export const planned = (doc: ProfileDoc, now: Instant): ProfileDoc => ({
  ...doc,
  filed: stillKept(doc.filed, now),
  plan: planFor(doc),
  changedAt: now,
})

/** Changes what stands, or what goes without saying. @returns the document as it is then */
export const changeProfile = async (
  tx: Tx,
  subject: Subject,
  change: (doc: ProfileDoc) => ProfileDoc,
): Promise<ProfileDoc> => {
  const id = profileIdOf(subject)
  const before = (await tx.get(profiles, id)) ?? unsaid(subject)
  const after = planned(change(before), tx.now)
  tx.put(profiles, id, after)
  return after
}
