/** The handlers of `profiles`. What is said is kept at once; the tags that follow from it are written by an event. */
import { implement } from '@orpc/server'
import type { Context } from '../core/io/context'
import { emit } from '../core/io/events/emit'
import { callingAccount } from '../core/io/identity/caller'
import { reader } from '../core/io/store/reader'
import type { Tx } from '../core/io/store/transaction'
import { AppError } from '../core/pure/errors'
import { actsFor, taxpayersOf } from '../accounts/public'
import { profiles, type ProfileDoc } from './collections'
import { contract } from './contract'
import { EMPTY, interestsOf, traitsOf } from './profile'

const os = implement(contract).$context<Context>()

const change = async (
  tx: Tx,
  accountId: string,
  to: (before: ProfileDoc) => Partial<ProfileDoc>,
): Promise<ProfileDoc> => {
  const before = (await tx.get(profiles, accountId)) ?? EMPTY
  const after = { ...before, ...to(before), changedAt: tx.now }
  tx.put(profiles, accountId, after)
  emit(tx, { kind: 'profiles.changed', due: tx.now, payload: { accountId } })
  return after
}

export const router = {
  mine: os.mine.handler(async ({ context }) => {
    const { id } = await callingAccount(context)
    const [doc = EMPTY, own] = await Promise.all([
      reader(context.store).get(profiles, id),
      taxpayersOf(context),
    ])
    return {
      interests: interestsOf(doc),
      hears: doc.hears,
      taxpayers: own.map(({ taxpayerId, name, kind }) => {
        const said = doc.taxpayers[taxpayerId]
        return { taxpayerId, name, kind, traits: said ? traitsOf(said) : null }
      }),
    }
  }),

  set: os.set.handler(async ({ input: { taxpayerId, traits }, context }) => {
    const { id } = await callingAccount(context)
    if (!(await actsFor(context, taxpayerId))) throw new AppError('NOT_FOUND')
    return context.transact(async (tx) => {
      const sorted = { ...traits, taxes: [...new Set(traits.taxes)].sort() }
      await change(tx, id, ({ taxpayers }) => ({ taxpayers: { ...taxpayers, [taxpayerId]: sorted } }))
      return { taxpayerId, traits: sorted }
    })
  }),

  follow: os.follow.handler(async ({ input: { interests, hears }, context }) => {
    const { id } = await callingAccount(context)
    return context.transact(async (tx) => {
      const chosen = [...new Set(interests)].sort()
      await change(tx, id, () => ({ interests: chosen, hears }))
      return { interests: chosen, hears }
    })
  }),
}
