/** The handlers of `workbench`. */
import { implement } from '@orpc/server'
import { actsFor, taxpayerNames } from '../accounts/public'
import { workItems, type WorkItemDoc } from '../core/io/cases/collections'
import type { Context } from '../core/io/context'
import { callerId } from '../core/io/identity/caller'
import { cursorAfter, pageAnswer } from '../core/io/store/pages'
import { reader } from '../core/io/store/reader'
import type { QuerySpec, Stored } from '../core/io/store/contract'
import { mayAct } from '../core/pure/duties'
import { officerMark } from '../core/pure/officer-mark'
import { hallOnDuty, type Hall } from '../halls/public'
import { colleagues } from './collections'
import { contract } from './contract'
import { assigneeSeen, claim, handOver, release, type Item } from './work'

const os = implement(contract).$context<Context>()

type View = 'open' | 'mine' | 'escalated' | 'waiting'

interface Wish {
  readonly view: View
  readonly duty?: string | undefined
  readonly feature?: string | undefined
  readonly kind?: string | undefined
}

const queryOf = (context: Context, hallId: string, view: View): QuerySpec => {
  switch (view) {
    case 'mine':
      return { index: 'mine', where: { assignee: callerId(context) } }
    case 'escalated':
      return { index: 'escalated', where: { hallId, escalated: true } }
    case 'waiting':
      return { index: 'open', where: { hallId }, range: { lt: 'officer' } }
    case 'open':
      return { index: 'open', where: { hallId, waits: 'officer' } }
  }
}

const fits = (doc: WorkItemDoc, hallId: string, { duty, feature, kind }: Wish): boolean =>
  doc.hallId === hallId &&
  (duty === undefined || doc.duty === duty) &&
  (feature === undefined || doc.feature === feature) &&
  (kind === undefined || doc.kind === kind)

const namesOf = (context: Context, rows: readonly Item[]) =>
  taxpayerNames(
    context,
    rows.flatMap(({ doc }) => doc.taxpayerId ?? []),
  )

/** Which of their taxpayers the caller acts for: what concerns those is for others to decide. */
const concerning = async (context: Context, rows: readonly Item[]): Promise<ReadonlySet<string>> => {
  const ids = [...new Set(rows.flatMap(({ doc }) => doc.taxpayerId ?? []))]
  const acts = await Promise.all(ids.map((id) => actsFor(context, id)))
  return new Set(ids.filter((_, at) => acts[at]))
}

const shown = async (context: Context, hall: Hall, rows: readonly Item[]) => {
  const [names, concerned] = await Promise.all([namesOf(context, rows), concerning(context, rows)])
  const me = callerId(context)
  const grants = context.caller.kind === 'account' ? context.caller.grants : []
  const place = { hallId: hall.id, region: hall.region }
  return ({ id, doc }: Item) => {
    return {
      id,
      feature: doc.feature,
      kind: doc.kind,
      state: doc.state,
      waits: doc.waits,
      duty: doc.duty,
      due: doc.due,
      outer: doc.outer,
      escalated: doc.escalated,
      assignee: assigneeSeen(doc, me),
      holder: doc.assignee === '' ? '' : officerMark(doc.assignee),
      mayAct:
        doc.waits === 'officer' &&
        mayAct({ grants, duty: doc.duty, place }) &&
        !doc.barred.includes(me) &&
        !concerned.has(doc.taxpayerId ?? ''),
      taxpayerName: doc.taxpayerId === null ? '' : (names.get(doc.taxpayerId)?.name ?? ''),
      fen: doc.fen,
      openedAt: doc.openedAt,
    }
  }
}

/** Pages looked at for one answer: what is left goes on with `next`. */
const PAGES = 5

export const router = {
  list: os.list.handler(async ({ input: { hallId, after, limit, ...wish }, context }) => {
    const { hall } = await hallOnDuty(context, hallId)
    const query = queryOf(context, hall.id, wish.view)
    const found: Stored<WorkItemDoc>[] = []
    let next = after
    for (let i = 0; i < PAGES && found.length < limit; i += 1) {
      const page = await reader(context.store).query(workItems, {
        ...query,
        ...(next === undefined ? {} : { after: next }),
      })
      const fitting = page.items.filter(({ doc }) => fits(doc, hall.id, wish))
      const room = limit - found.length
      found.push(...fitting.slice(0, room))
      const last = found.at(-1)
      next = fitting.length > room && last ? cursorAfter(workItems, query, last) : page.next
      if (next === undefined) break
    }
    const show = await shown(context, hall, found)
    return pageAnswer({ items: found, next }, show)
  }),
  claim: os.claim.handler(({ input, context }) => claim(context, input.id)),
  release: os.release.handler(({ input, context }) => release(context, input.id)),
  handOver: os.handOver.handler(({ input, context }) => handOver(context, input)),
  colleagues: os.colleagues.handler(async ({ input: { hallId }, context }) => {
    const { hall } = await hallOnDuty(context, hallId)
    const me = callerId(context)
    const page = await reader(context.store).query(colleagues, {
      index: 'hall',
      where: { hallId: hall.id },
      order: 'desc',
    })
    return {
      items: page.items
        .filter(({ doc }) => doc.accountId !== me && doc.expiresAt > context.now)
        .map(({ doc }) => ({
          id: doc.accountId,
          name: officerMark(doc.accountId),
          lastAt: doc.lastAt,
        })),
    }
  }),
}
