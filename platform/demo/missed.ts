/** The demonstration's absentee: three appointments of one month that nobody came to, told as a hall's day tells them. */
import { createHash } from 'node:crypto'
import { appointments, slots } from '../../functions/appointments/collections'
import { VISIT_KEPT } from '../../functions/appointments/data/kept'
import { codeTail, holderMark, slotId, ticketCode } from '../../functions/appointments/rules/slots'
import type { Services } from '../../functions/core/io/context'
import { timeOrderedId } from '../../functions/core/io/store/draws'
import { reader } from '../../functions/core/io/store/reader'
import { transact } from '../../functions/core/io/store/transact'
import { dayKind } from '../../functions/core/pure/calendar'
import { addDays, DAY_MS, dayOf, instantOf, monthOf, type Day } from '../../functions/core/pure/time'
import { creditEvents } from '../../functions/credit/collections'
import { miss } from '../../functions/credit/work/missed'
import { accountOf } from './accounts'
import { ABSENTEE } from './data/people'

const HALL = 'chengdong-1'
const MATTER = 'SB01'
const [START, END] = [570, 600]
const HOW_MANY = 3

/** The last working days of this month that are over; of last month, while this one has too few. */
export const missedDays = (today: Day): readonly Day[] => {
  const month = (last: Day): readonly Day[] => {
    const days: Day[] = []
    for (let day = last; monthOf(day) === monthOf(last) && days.length < HOW_MANY; day = addDays(day, -1))
      if (dayKind(day) === 'working') days.unshift(day)
    return days
  }
  const yesterday = addDays(today, -1)
  const days = month(yesterday)
  return days.length === HOW_MANY && monthOf(yesterday) === monthOf(today)
    ? days
    : month(addDays(`${monthOf(today)}-01`, -1))
}

/** A booking of then, with its seat. */
const bookThen = async (services: Services, day: Day): Promise<string> => {
  const account = await accountOf(services, ABSENTEE)
  const [binding] = account.doc.bindings
  if (!binding) throw new Error('the absentee has no taxpayer')
  const id = timeOrderedId('ap', instantOf(day, START), (bytes) =>
    createHash('sha256').update(`demonstration|${day}`).digest().subarray(0, bytes),
  )
  const expiresAt = instantOf(day) + VISIT_KEPT
  const at = instantOf(day, START) - DAY_MS
  const capacity = { online: 7, walkIn: 2, priority: 1 }
  const place = { hallId: HALL, day, start: START, end: END }
  const { taxpayerId, ledgerKey } = binding
  const tail = codeTail(id)
  await transact(services, async (tx) => {
    if (await tx.get(appointments, id)) return
    tx.insert(appointments, id, {
      v: 1,
      accountId: account.id,
      taxpayerId,
      ledgerKey,
      ...place,
      matter: MATTER,
      state: 'booked',
      heldUntil: 0,
      code: ticketCode(START, tail),
      createdAt: at,
      changedAt: at,
      expiresAt,
    })
  })
  await services.store.commit([
    {
      op: 'insert',
      collection: slots.name,
      id: slotId(HALL, day, START),
      doc: {
        v: 1,
        ...place,
        state: 'open',
        capacity,
        left: { ...capacity, online: capacity.online - 1 },
        holders: { [id]: 0 },
        codes: { [tail]: holderMark(id) },
        unsettled: null,
        expiresAt,
      },
    },
  ])
  return id
}

/** Once: what was appealed and withdrawn since stays so. */
export const seedMissed = async (services: Services): Promise<void> => {
  const { id: accountId } = await accountOf(services, ABSENTEE)
  const before = await reader(services.store).query(creditEvents, {
    index: 'account',
    where: { accountId },
    limit: HOW_MANY,
  })
  if (before.items.length >= HOW_MANY) return
  for (const day of missedDays(dayOf(services.clock())))
    await miss(services, await bookThen(services, day), 'missed')
}
