/** The handlers of `policies`. What is heavy is loaded with the first call that needs it. */
import { implement } from '@orpc/server'
import type { Context } from '../core/io/context'
import { placeOf } from '../core/io/identity/place'
import { auditEntry } from '../core/io/audit/entry'
import { callerId, callingAccount } from '../core/io/identity/caller'
import { pageAnswer } from '../core/io/store/pages'
import { reader } from '../core/io/store/reader'
import { AppError } from '../core/pure/errors'
import { namedIn, reasonsFor, tagText } from '../core/pure/tags'
import { say } from '../core/pure/text'
import { hallOnDuty } from '../halls/public'
import { reachOf, tagsOfAccount } from '../profiles/public'
import { policies, policyFollows, policyVersions, type PolicyDoc } from './collections'
import { contract } from './contract'

const os = implement(contract).$context<Context>()

const ofOffice = () => import('./work/office')
const ofPublish = () => import('./work/publish')
const ofShow = () => import('./work/show')

/** Whatever was published once, withdrawn or not. @throws AppError NOT_FOUND */
const published = async ({ store }: Pick<Context, 'store'>, id: string): Promise<PolicyDoc> => {
  const doc = await reader(store).get(policies, id)
  if (!doc?.current || doc.version === 0) throw new AppError('NOT_FOUND')
  return doc
}

const followId = (policyId: string, accountId: string): string => `${policyId}|${accountId}`

export const router = {
  list: os.list.handler(async ({ input: { category, ...page }, context }) => {
    const { showRow } = await ofShow()
    const wanted = { state: 'published', ...(category ? { category } : {}) }
    const index = category ? 'category' : 'state'
    const query = { index, where: wanted, order: 'desc' as const, ...page }
    const found = await reader(context.store).query(policies, query)
    const items = found.items.flatMap((row) => (row.doc.current ? [{ ...row, text: row.doc.current }] : []))
    return pageAnswer({ ...found, items }, (row) => showRow(row, row.text, context))
  }),

  policy: os.policy.handler(async ({ input: { id, version }, context }) => {
    const doc = await published(context, id)
    const { showRow, showText, showVersion } = await ofShow()
    const rows = await reader(context.store).query(policyVersions, {
      index: 'policy',
      where: { policyId: id },
      order: 'desc',
    })
    const wanted = rows.items.find((row) => row.doc.version === (version ?? doc.version))
    if (!wanted) throw new AppError('NOT_FOUND')
    const { text } = wanted.doc
    return {
      policy: showRow({ id, doc }, text, context),
      text: showText(text, context),
      versions: rows.items.map((row) => showVersion(row.doc, context)),
      state: doc.state,
    }
  }),

  reasons: os.reasons.handler(async ({ input: { id }, context }) => {
    const { id: accountId } = await callingAccount(context)
    const { current } = await published(context, id)
    const { audienceOf } = await ofShow()
    const audience = audienceOf(current?.audience ?? {})
    const [tags, follow] = await Promise.all([
      tagsOfAccount(context, accountId),
      reader(context.store).get(policyFollows, followId(id, accountId)),
    ])
    return {
      everybody: namedIn(audience).length === 0,
      reasons: reasonsFor(audience, tags).map((tag) => say(tagText(tag), context.language)),
      following: follow !== undefined,
    }
  }),

  follow: os.follow.handler(async ({ input: { id, on }, context }) => {
    const { id: accountId } = await callingAccount(context)
    await published(context, id)
    return context.transact(async (tx) => {
      const place = followId(id, accountId)
      const standing = await tx.get(policyFollows, place)
      if (on && !standing)
        tx.insert(policyFollows, place, {
          v: 1,
          policyId: id,
          accountId,
          place: placeOf(accountId),
          at: tx.now,
        })
      if (!on && standing) tx.remove(policyFollows, place)
      return { following: on }
    })
  }),

  office: os.office.handler(async ({ context }) => {
    const halls = await (await ofOffice()).publishingHalls(context)
    return {
      halls: halls.map(({ id, name, region }) => ({ id, name: say(name, context.language), region })),
    }
  }),

  officeList: os.officeList.handler(async ({ input, context }) =>
    (await ofOffice()).policiesOf(context, input),
  ),

  officePolicy: os.officePolicy.handler(async ({ input: { id }, context }) => ({
    policy: await (await ofOffice()).policyOf(context, id),
  })),

  save: os.save.handler(async ({ input, context }) => (await ofOffice()).savePolicy(context, input)),

  reach: os.reach.handler(async ({ input: { hallId, audience }, context }) => {
    await hallOnDuty(context, hallId, 'publish')
    return reachOf(context, audience)
  }),

  test: os.test.handler(async ({ input: { id }, context }) => {
    const { doc, hall } = await (await ofOffice()).ownPolicy(context, id)
    const { sendTest } = await import('./work/test-send')
    const { draft } = doc
    if (!draft) throw new AppError('POLICY_STATE')
    return context.transact(async (tx) => {
      sendTest(tx, { accountId: callerId(context), text: draft })
      auditEntry(tx, {
        actor: callerId(context),
        action: context.procedure,
        subject: id,
        hallId: hall.id,
        detail: {},
      })
      return Promise.resolve({ sent: true })
    })
  }),

  publish: os.publish.handler(async ({ input, context }) =>
    (await ofPublish()).publishPolicy(context, input),
  ),

  withdraw: os.withdraw.handler(async ({ input, context }) =>
    (await ofPublish()).withdrawPolicy(context, input),
  ),

  progress: os.progress.handler(async ({ input: { id }, context }) => {
    await (await ofOffice()).ownPolicy(context, id)
    return (await import('./work/progress')).progressOf(context, id)
  }),
}
