/** What counts against a taxpayer, when it was, and until when it suspends booking. */
import { actingFor } from '../../accounts/public'
import { appointments, standingOf } from '../../appointments/public'
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import { reader } from '../../core/io/store/reader'
import { say } from '../../core/pure/text'
import type { Basis } from '../../core/pure/law'
import { appeals } from '../collections'
import { appealIdOf } from '../rules/states'
import { appealUntil } from '../rules/until'
import { placeNames } from './shown'

const worded = ({ rule, basis, unconfirmed }: Basis, language: Context['language']) => ({
  rule: say(rule, language),
  basis: say(basis, language),
  unconfirmed,
})

/** @throws AppError NO_TAXPAYER, NOT_FOUND */
export const mine = async (context: Context, taxpayerId: string | undefined) => {
  const acting = await actingFor(context, { scope: 'appointments', taxpayerId })
  const { noShows, cancellations, month, limits, suspended } = await standingOf(context, acting)
  const ids = noShows.map(({ id }) => id)
  const { store, language, now } = context
  const [visits, made, named] = await Promise.all([
    reader(store).getMany(appointments, ids),
    reader(store).getMany(appeals, ids.map(appealIdOf)),
    placeNames(context),
  ])
  const limit = (one: Basis & { readonly value: number }, used: number) => ({
    ...worded(one, language),
    limit: one.value,
    used,
  })
  return {
    taxpayer: { id: acting.taxpayerId, name: acting.name },
    noShows: noShows.map(({ id, day }, at) => {
      const visit = visits[at]
      const appealed = made[at]
      const own = visit?.accountId === callerId(context)
      return {
        appointmentId: id,
        day,
        hallId: visit?.hallId ?? null,
        ...(visit ? named(visit) : { hallName: null, matterName: null }),
        start: visit?.start ?? null,
        why: visit?.missed ?? ('absent' as const),
        appeal: appealed && own ? { id: appealIdOf(id), state: appealed.state } : null,
        appealUntil: own && !appealed && now < appealUntil(day) ? appealUntil(day) : null,
      }
    }),
    cancellations: cancellations.map(({ id, at, late }) => ({ appointmentId: id, at, late })),
    limits: {
      noShows: limit(limits.noShows, month.noShows),
      cancellations: limit(limits.cancellations, month.cancellations),
      banDays: limits.banDays.value,
    },
    suspended:
      suspended?.until === undefined
        ? null
        : {
            by: suspended.code === 'BANNED' ? ('noShows' as const) : ('cancellations' as const),
            until: suspended.until,
            ...worded(suspended, language),
          },
  }
}
