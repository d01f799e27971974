/** Both orders at once, each with its own key: who stands in the hall must not wait for who has booked. What failed is repeated, alone. */
import { useRef, useState } from 'react'
import type { Day } from '../../../../../functions/core/pure/time'
import { api } from '../../../../client/api'
import { asApiError, type ApiError } from '../../../../client/errors'
import { createIntention } from '../../../../client/intention'
import { preferences } from '../../../../client/preferences'
import { isSoAlready, leftOf, type Done, type Order } from '../../model/emergency'

interface Failed {
  readonly order: Order
  readonly error: ApiError
}

interface Wish {
  readonly hallId: string
  readonly day: Day
}

type Send = (wish: Wish & { readonly reason: string }, key: string) => Promise<number>
const SENDS: Readonly<Record<Order, Send>> = {
  queue: async ({ hallId, reason }, key) => (await api.queue.stop({ hallId, reason }, { key })).waiting,
  bookings: async ({ hallId, day, reason }, key) =>
    (await api.appointments.closeDay({ hallId, day, reason }, { key })).affected,
}

export const useEmergency = (wish: Wish) => {
  const [done, setDone] = useState<Done>({})
  const [failed, setFailed] = useState<readonly Failed[]>([])
  const [busy, setBusy] = useState(false)
  const running = useRef(false)
  const intentions = useRef({ queue: createIntention(), bookings: createIntention() })
  const carryOut = async (order: Order, reason: string): Promise<Done | Failed> => {
    const whole = { ...wish, reason }
    const intention = intentions.current[order]
    try {
      const n = await SENDS[order](whole, intention.keyFor(whole))
      intention.settle()
      return { [order]: n }
    } catch (thrown) {
      const error = asApiError(thrown, preferences.getState().language)
      if (!error.retry) intention.settle()
      return isSoAlready(order, error.code) ? { [order]: null } : { order, error }
    }
  }
  const run = async (reason: string): Promise<void> => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setFailed([])
    const results = await Promise.all(leftOf(done).map((order) => carryOut(order, reason)))
    const isFailed = (one: Done | Failed): one is Failed => 'error' in one
    setFailed(results.filter(isFailed))
    setDone(results.reduce<Done>((all, one) => (isFailed(one) ? all : { ...all, ...one }), done))
    setBusy(false)
    running.current = false
  }
  return { done, failed, busy, run }
}
