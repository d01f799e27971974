/** Windows: which there are, whose they are, and what is set at them. */
import type { Context } from '../../core/io/context'
import { AppError } from '../../core/pure/errors'
import { dayOf, instantOf } from '../../core/pure/time'
import { hallOnDuty, type Hall } from '../../halls/public'
import { steps } from '../collections'
import { DAY_KEPT } from '../data/kept'
import { windowKey, windowNumber } from '../rules/fields'
import type { WindowLine } from '../rules/lines'
import { setWindow } from '../rules/next-call'
import { bringUp } from './claims'
import { officerOf, showWindow, windowsOf } from './show-window'
import { changeLines, openLines, type HallDay } from './lines'

export interface Station {
  readonly hall: Hall
  readonly at: HallDay
  /** By its key. */
  readonly window: string
}

/** @throws AppError NOT_FOUND, WINDOW_UNKNOWN */
export const stationOf = async (
  context: Context,
  { hallId, window }: { readonly hallId: string; readonly window: string },
): Promise<Station & { readonly able: readonly string[] }> => {
  const { hall } = await hallOnDuty(context, hallId)
  const found = windowsOf(hall).find(({ number }) => number === window)
  if (!found) throw new AppError('WINDOW_UNKNOWN')
  return {
    hall,
    at: { hallId: hall.id, day: dayOf(context.now) },
    window: windowKey(window),
    able: found.matters,
  }
}

/** @throws AppError WINDOW_CLOSED when nobody has opened it, WINDOW_TAKEN when somebody else has */
export const insistOwn = (context: Context, line: WindowLine | undefined): WindowLine => {
  if (!line || line.state === 'closed') throw new AppError('WINDOW_CLOSED')
  if (line.officer !== officerOf(context)) throw new AppError('WINDOW_TAKEN')
  return line
}

export interface WindowOrder {
  readonly hallId: string
  readonly window: string
  readonly state: 'open' | 'paused' | 'closed'
  readonly matters?: readonly string[] | undefined
}

/**
 * Whoever opens a window works at it; opened again by another, it is theirs. It closes when it is done with its number.
 * @throws AppError NOT_FOUND, WINDOW_UNKNOWN, MATTER_NOT_HERE, WINDOW_TAKEN, WINDOW_BUSY
 */
export const orderWindow = async (context: Context, order: WindowOrder) => {
  const { at, window, able } = await stationOf(context, order)
  const matters = order.matters ?? able
  if (matters.some((matter) => !able.includes(matter))) throw new AppError('MATTER_NOT_HERE')
  const officer = officerOf(context)
  const line = (await openLines(context, at)).windows[window]
  if (order.state !== 'open' && line && line.state !== 'closed' && line.officer !== officer)
    throw new AppError('WINDOW_TAKEN')
  if (order.state === 'closed' && (await bringUp(context, at, window))) throw new AppError('WINDOW_BUSY')
  const to = { state: order.state, officer, matters: [...new Set(matters)] }
  const answer = await context.transact((tx) => {
    const { hallId, day } = at
    tx.insert(steps, tx.id('qw'), {
      v: 1,
      hallId,
      day,
      at: tx.now,
      kind: 'window',
      ticketId: null,
      step: 0,
      number: '',
      place: '',
      window: windowNumber(window),
      windowState: order.state,
      matters: to.matters,
      officer,
      expiresAt: instantOf(day) + DAY_KEPT,
    })
    return Promise.resolve({
      window: showWindow(context, {
        number: order.window,
        able,
        line: { streak: 0, claim: null, last: null, ...line, ...to },
      }),
    })
  })
  await changeLines(context, at, (lines) => {
    const stands = lines.windows[window]
    const same =
      stands?.state === to.state && stands.officer === officer && stands.matters.join() === to.matters.join()
    return same ? lines : setWindow(lines, window, to, context.now)
  })
  return answer
}
