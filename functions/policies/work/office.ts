/** Writing a policy: an edit replaces the version that it began with, and whoever saved it last does not publish it. */
import type * as z from 'zod/mini'
import type { Context } from '../../core/io/context'
import { auditEntry } from '../../core/io/audit/entry'
import { callerId } from '../../core/io/identity/caller'
import type { Stored } from '../../core/io/store/contract'
import { pageAnswer } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { mayAct } from '../../core/pure/duties'
import { AppError } from '../../core/pure/errors'
import { catalogueOf, hallOnDuty, type Hall } from '../../halls/public'
import { policies, type PolicyDoc } from '../collections'
import { MOST } from '../data/limits'
import type * as schemas from '../schemas'
import { attachmentsFor, letGo } from './files'
import { sayBoth, showWritten } from './show'

export const saverMark = ({ vault }: Pick<Context, 'vault'>, accountId: string): string =>
  vault.pseudonym('policySaver', accountId)

/** In the catalogue's order. */
export const publishingHalls = async (context: Context): Promise<readonly Hall[]> => {
  const { caller } = context
  if (caller.kind !== 'account') return []
  return [...(await catalogueOf(context)).halls.values()].filter(({ id, region }) =>
    mayAct({ grants: caller.grants, duty: 'publish', place: { hallId: id, region } }),
  )
}

/** A policy of an office in whose name the caller may publish. @throws AppError NOT_FOUND */
export const ownPolicy = async (
  context: Context,
  id: string,
): Promise<{ readonly doc: PolicyDoc; readonly hall: Hall }> => {
  const doc = await reader(context.store).get(policies, id)
  if (!doc) throw new AppError('NOT_FOUND')
  const { hall } = await hallOnDuty(context, doc.hallId, 'publish')
  return { doc, hall }
}

const savedBy = (context: Context, { savedBy: mark }: PolicyDoc): 'me' | 'other' | 'nobody' => {
  if (mark === null) return 'nobody'
  return mark === saverMark(context, callerId(context)) ? 'me' : 'other'
}

const showOffice = (
  context: Context,
  { id, doc }: Pick<Stored<PolicyDoc>, 'id' | 'doc'>,
): z.infer<typeof schemas.officePolicy> => {
  const text = doc.draft ?? doc.current
  return {
    id,
    hallId: doc.hallId,
    state: doc.state,
    version: doc.version,
    changedAt: doc.changedAt,
    publishedAt: doc.publishedAt,
    title: text ? sayBoth(text.title, context.language) : '',
    drafting: doc.draft !== null,
    savedBy: savedBy(context, doc),
  }
}

/** The last changed first. @throws AppError NOT_FOUND */
export const policiesOf = async (
  context: Context,
  {
    hallId,
    ...page
  }: { readonly hallId: string; readonly limit: number; readonly after?: string | undefined },
) => {
  await hallOnDuty(context, hallId, 'publish')
  const query = { index: 'hall', where: { hallId }, order: 'desc', ...page } as const
  const found = await reader(context.store).query(policies, query)
  return pageAnswer(found, (row) => showOffice(context, row))
}

export const policyOf = async (
  context: Context,
  id: string,
): Promise<z.infer<typeof schemas.officePolicyFull>> => {
  const { doc } = await ownPolicy(context, id)
  return {
    ...showOffice(context, { id, doc }),
    draft: doc.draft && showWritten(doc.draft),
    draftWhy: doc.draftWhy,
    current: doc.current && showWritten(doc.current),
  }
}

export interface Saving {
  readonly hallId: string
  readonly id: string | null
  readonly from: number | null
  readonly text: z.infer<typeof schemas.written>
  readonly why: z.infer<typeof schemas.why> | null
}

const NEW: Omit<PolicyDoc, 'hallId'> = {
  v: 1,
  state: 'draft',
  version: 0,
  draft: null,
  draftWhy: null,
  savedBy: null,
  current: null,
  category: '',
  changedAt: 0,
  publishedAt: null,
}

/** Values in the order of their codes, each once; dimensions without any left out. */
const tidyAudience = (audience: Saving['text']['audience']) =>
  Object.fromEntries(
    Object.entries(audience).flatMap(([dimension, values]) =>
      values && values.length > 0 ? [[dimension, [...new Set<string>(values)].sort()]] : [],
    ),
  )

const insistSound = ({ text, why }: Saving, before: PolicyDoc | undefined): void => {
  const { effectiveFrom, effectiveTo, body } = text
  if (effectiveTo !== null && effectiveTo < effectiveFrom)
    throw new AppError('INVALID_INPUT', { fields: ['text.effectiveTo'] })
  if (body.zh.length === 0) throw new AppError('INVALID_INPUT', { fields: ['text.body.zh'] })
  if (Buffer.byteLength(JSON.stringify(text)) > MOST.bytes)
    throw new AppError('INVALID_INPUT', { fields: ['text.body'] })
  if ((before?.version ?? 0) > 0 && why === null) throw new AppError('INVALID_INPUT', { fields: ['why'] })
}

/** @throws AppError NOT_FOUND, INVALID_INPUT, POLICY_CHANGED, POLICY_STATE for one that is withdrawn */
export const savePolicy = async (context: Context, saving: Saving) => {
  const { hall } = await hallOnDuty(context, saving.hallId, 'publish')
  const actor = callerId(context)
  return context.transact(async (tx) => {
    const fresh = tx.id('po')
    const id = saving.id ?? fresh
    const before = await tx.get(policies, id)
    if (saving.id !== null && before?.hallId !== hall.id) throw new AppError('NOT_FOUND')
    if (before?.state === 'withdrawn') throw new AppError('POLICY_STATE')
    if ((before?.changedAt ?? null) !== saving.from) throw new AppError('POLICY_CHANGED')
    insistSound(saving, before)
    const attachments = await attachmentsFor(tx, { id, before, owner: actor }, saving.text.attachments)
    const after: PolicyDoc = {
      ...(before ?? { ...NEW, hallId: hall.id }),
      draft: { ...saving.text, audience: tidyAudience(saving.text.audience), attachments },
      draftWhy: before && before.version > 0 ? saving.why : null,
      savedBy: saverMark(context, actor),
      // Two edits of one instant are told apart.
      changedAt: Math.max(tx.now, (before?.changedAt ?? 0) + 1),
    }
    if (before) await letGo(tx, id, before, after)
    tx.put(policies, id, after)
    auditEntry(tx, { actor, action: context.procedure, subject: id, hallId: hall.id, detail: {} })
    return { id, changedAt: after.changedAt }
  })
}
