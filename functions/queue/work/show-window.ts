/** Windows as their officers and the display see them. */
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import type { Hall } from '../../halls/public'
import type { HallLinesDoc } from '../collections'
import { windowKey } from '../rules/fields'
import type { WindowLine } from '../rules/lines'

/** As it stands in the hall's day: a pseudonym. */
export const officerOf = (context: Context): string => context.vault.pseudonym('officer', callerId(context))

/** What windows there are, and which matters each can serve: those of the hall's list, or all alike. */
export const windowsOf = ({
  windows,
  windowList,
  matters,
}: Hall): readonly { readonly number: string; readonly matters: readonly string[] }[] =>
  windowList ?? Array.from({ length: windows }, (_, at) => ({ number: String(at + 1), matters }))

export const showWindow = (
  context: Context,
  {
    number,
    able,
    line,
  }: { readonly number: string; readonly able: readonly string[]; readonly line: WindowLine | undefined },
) => ({
  window: number,
  state: line?.state ?? ('closed' as const),
  mine: line !== undefined && line.state !== 'closed' && line.officer === officerOf(context),
  matters: [...(line?.matters ?? able)],
  able: [...able],
  at: showClaim(line),
})

/** What it has, as a display shows it; nothing before the ticket is marked. */
export const showClaim = (line: WindowLine | undefined) => {
  const ticket = line?.claim?.ticket
  if (!line?.claim || !ticket) return null
  const { calls, calledAt } = line.claim
  return { number: ticket.number, serving: ticket.serving !== null, calls, calledAt }
}

export const showWindows = (context: Context, hall: Hall, lines: HallLinesDoc | undefined) =>
  windowsOf(hall).map(({ number, matters }) => {
    const line = lines?.windows[windowKey(number)]
    const shown = showWindow(context, { number, able: matters, line })
    const ticketId = line?.claim?.ticket?.id
    return { ...shown, at: shown.at && ticketId ? { ...shown.at, ticketId } : shown.at }
  })
