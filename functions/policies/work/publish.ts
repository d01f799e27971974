/** Publishing, correcting, withdrawing: one commit makes the version and plans its telling. */
import type { Context } from '../../core/io/context'
import { auditEntry } from '../../core/io/audit/entry'
import { emit } from '../../core/io/events/emit'
import { callerId } from '../../core/io/identity/caller'
import type { Tx } from '../../core/io/store/transaction'
import { AppError } from '../../core/pure/errors'
import { fourEyes, type DoneStep } from '../../core/pure/duties'
import { policies, policyVersions, type Change, type PolicyDoc, type PolicyText } from '../collections'
import { ownPolicy, saverMark } from './office'

export const versionId = (policyId: string, version: number): string => `${policyId}.${version}`

interface Step {
  readonly id: string
  readonly change: Change
  readonly text: PolicyText
  readonly why: { readonly zh: string; readonly en: string } | null
}

/** The next version of a policy that was `get` in this commit; whoever is to be told is found by its event. */
const makeVersion = (tx: Tx, doc: PolicyDoc, { id, change, text, why }: Step): number => {
  const version = doc.version + 1
  tx.replace(policies, id, {
    ...doc,
    state: change === 'withdrawn' ? 'withdrawn' : 'published',
    version,
    draft: null,
    draftWhy: null,
    savedBy: null,
    current: text,
    category: text.category,
    changedAt: Math.max(tx.now, doc.changedAt + 1),
    publishedAt: tx.now,
  })
  tx.insert(policyVersions, versionId(id, version), {
    v: 1,
    policyId: id,
    version,
    change,
    why,
    text,
    at: tx.now,
  })
  emit(tx, { kind: 'policies.changed', due: tx.now, payload: { policyId: id, version } })
  return version
}

const insistAnother = (context: Context, { savedBy: mark }: PolicyDoc): void => {
  const actors: readonly DoneStep[] = mark === null ? [] : [{ accountId: mark, duty: 'publish' }]
  const { barred } = fourEyes({ duty: 'publish', actors })
  if (barred.includes(saverMark(context, callerId(context)))) throw new AppError('FOUR_EYES')
}

const note = (
  tx: Tx,
  context: Context,
  about: { readonly id: string; readonly hallId: string; readonly version: number },
) =>
  void auditEntry(tx, {
    actor: callerId(context),
    action: context.procedure,
    subject: about.id,
    hallId: about.hallId,
    detail: { version: about.version },
  })

/** @throws AppError NOT_FOUND, POLICY_CHANGED, POLICY_STATE when nothing is being written, FOUR_EYES */
export const publishPolicy = async (
  context: Context,
  { id, from }: { readonly id: string; readonly from: number },
) => {
  const { hall } = await ownPolicy(context, id)
  return context.transact(async (tx) => {
    const doc = await tx.get(policies, id)
    if (!doc) throw new AppError('NOT_FOUND')
    if (!doc.draft || doc.state === 'withdrawn') throw new AppError('POLICY_STATE')
    if (doc.changedAt !== from) throw new AppError('POLICY_CHANGED')
    insistAnother(context, doc)
    const change = doc.version === 0 ? 'published' : 'corrected'
    const version = makeVersion(tx, doc, { id, change, text: doc.draft, why: doc.draftWhy })
    note(tx, context, { id, hallId: hall.id, version })
    return { id, version }
  })
}

/** One person is enough: what is wrong is taken back at once. @throws AppError NOT_FOUND, POLICY_STATE */
export const withdrawPolicy = async (
  context: Context,
  { id, why }: { readonly id: string; readonly why: { readonly zh: string; readonly en: string } },
) => {
  const { hall } = await ownPolicy(context, id)
  return context.transact(async (tx) => {
    const doc = await tx.get(policies, id)
    if (!doc) throw new AppError('NOT_FOUND')
    if (!doc.current || doc.state !== 'published') throw new AppError('POLICY_STATE')
    const version = makeVersion(tx, doc, { id, change: 'withdrawn', text: doc.current, why })
    note(tx, context, { id, hallId: hall.id, version })
    return { id, version }
  })
}
