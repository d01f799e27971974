/** What happened to cases, and the work that they are for officers: for every function that has cases. */
import type { Party } from '../../pure/case'
import type { Duty } from '../../pure/duties-data'
import { CASES_KEPT } from '../../pure/kept'
import { text } from '../../pure/text'
import { dayOf, type Day, type Instant } from '../../pure/time'
import { defineCollection } from '../store/collection'
import type { Doc } from '../store/contract'

export { NO_DAY } from '../../pure/case'

/** Id: `<case>.<place, four digits>`: a place is taken once, whoever writes. Never changed, but for how long it is kept. */
export type CaseEventDoc = {
  readonly v: 1
  readonly caseId: string
  readonly place: number
  readonly at: Instant
  readonly move: string
  readonly by: Party
  /** The account that acted; null for time and for other systems. */
  readonly actor: string | null
  /** Whose case it is: the account under whose key texts are sealed. */
  readonly owner: string
  /** What the move carried: ids, codes, days, figures; texts of people sealed at `caseEvents|<id>|<field>`. */
  readonly data: Doc
  /** Its case's, once that is over. */
  readonly expiresAt: Instant | null
}

export const caseEvents = defineCollection<CaseEventDoc>({
  name: 'caseEvents',
  v: 1,
  indexes: { case: ['caseId', 'place'], owner: ['owner', 'at'], expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: {
    by: [{ index: 'owner', names: 'account' }],
    beside: {
      actor: 'who made the move: its owner, an agent, or an officer in office',
      data: 'accounts that decided, in office',
    },
    export: {
      what: text('您的案件里发生的每一步', 'Each step of your cases'),
      show: ({ doc: { caseId, place, at, move, by, data } }, { open }) => ({
        caseId,
        place,
        at,
        move,
        by,
        // What its person wrote; what an office wrote stands where the case is shown, as far as it is told.
        ...(by === 'claimant' && typeof data.said === 'string' ? { said: open('said', data.said) } : {}),
      }),
    },
    erase: { keep: CASES_KEPT },
  },
})

/** What an officer is to do about one case now. Id: the case's. Gone once nobody has anything to do. */
export type WorkItemDoc = {
  readonly v: 1
  /** The function whose case it is; its screens open it. */
  readonly feature: string
  /** What sort of case, within the function: `overpaid`. */
  readonly kind: string
  readonly hallId: string
  readonly state: string
  /** Whose move it is. */
  readonly waits: Party
  /** What the next step takes. */
  readonly duty: Duty
  /** The target day; a day that is not known yet stands last. */
  readonly due: Day
  /** The outer legal date. */
  readonly outer: Day | null
  readonly escalated: boolean
  /** Who has taken it up; empty: nobody. */
  readonly assignee: string
  /** Who may not take the next step: whoever took one that is kept apart from it, and whose own affair it is. */
  readonly barred: readonly string[]
  readonly taxpayerId: string | null
  /** A figure that helps to choose, in fen. */
  readonly fen: number | null
  readonly openedAt: Instant
  readonly changedAt: Instant
}

export const workItems = defineCollection<WorkItemDoc>({
  name: 'workItems',
  v: 1,
  indexes: {
    open: ['hallId', 'waits', 'due'],
    mine: ['assignee', 'due'],
    escalated: ['hallId', 'escalated', 'due'],
    taxpayer: ['taxpayerId'],
  },
  retention: { kind: 'forever', why: 'while there is something to do on its case; removed when it ends' },
  personal: {
    by: [{ index: 'taxpayer', names: 'taxpayer' }],
    beside: {
      assignee: 'the officer who has taken it up, in office',
      barred: 'officers who have decided on it, and the account that filed it',
    },
    export: { nothing: 'the work that a case is for an office: shown where the case stands' },
    // The hall whose work it is must know whom it is about.
    business: ({ hallId, changedAt }) => ({ hallId, day: dayOf(changedAt) }),
    // Goes with its case, which its function ends; what is still to be paid stays until it is.
    erase: { keep: CASES_KEPT, event: true },
  },
})
