/** Business at a hall, written as it stands afterwards: for officers who may look only at who has some. */
import { taxpayers } from '../../functions/accounts/collections'
import { appointments, type AppointmentDoc } from '../../functions/appointments/collections'
import type { Services } from '../../functions/core/io/context'
import { transact } from '../../functions/core/io/store/transact'
import { DAY_MS, dayOf } from '../../functions/core/pure/time'

export interface VisitOptions {
  readonly hallId?: string
  /** Yesterday unless said otherwise. */
  readonly day?: string
  /** One that was booked holds a seat; where seats are counted, the hall has cancelled it. */
  readonly state?: AppointmentDoc['state']
}

/** @returns the appointment's id */
export const visit = (
  services: Services,
  taxpayerId: string,
  { hallId = 'h1', day = dayOf(services.clock() - DAY_MS), state = 'booked' }: VisitOptions = {},
): Promise<string> =>
  transact(services, async (tx) => {
    const id = tx.id('ap')
    const taxpayer = await tx.get(taxpayers, taxpayerId)
    tx.insert(appointments, id, {
      v: 1,
      accountId: taxpayer?.owner ?? 'ac_nobody',
      taxpayerId,
      ledgerKey: 'lg_test',
      hallId,
      matter: 'FP01',
      day,
      start: 540,
      end: 570,
      state,
      heldUntil: 0,
      code: '048213',
      createdAt: tx.now,
      changedAt: tx.now,
      expiresAt: tx.now + 400 * DAY_MS,
    })
    return id
  })

/** Takes a visit away again, so that nothing of it is found later. */
export const forgetVisit = (services: Services, id: string): Promise<void> =>
  transact(services, async (tx) => {
    if (await tx.get(appointments, id)) tx.remove(appointments, id)
  })
