/**
 * What a role may be given to do beside what it does anyway: a duty is part of a grant, by hall or region. A new duty is a
 * row here; how many people it takes and what one person may not do twice on one thing is data, not code.
 */
import { text, type Text } from './text'
import type { Role } from './roles'

interface DutyRow {
  readonly words: Text
  /** Roles that may hold it; in any other grant it counts for nothing. */
  readonly roles: readonly Role[]
  /** How many different people it takes on one thing: 2 is four eyes. */
  readonly persons: 1 | 2
  /** Two administrators grant it: whoever holds it moves money, or decides who gets some. */
  readonly grantedByTwo: boolean
  readonly basis: Text
  /** Set from general knowledge, and awaiting a lawyer's reading. */
  readonly unconfirmed: boolean
}

const INTERNAL_CONTROL = text(
  '行政事业单位内部控制规范（试行）（财会〔2012〕21号）第十二条：不相容岗位相互分离',
  'Internal control of administrative units (Caikuai [2012] No. 21) art. 12: incompatible posts are kept apart',
)

export const DUTIES = {
  review: {
    words: text('审核', 'Review'),
    roles: ['officer', 'supervisor'],
    persons: 1,
    grantedByTwo: false,
    basis: INTERNAL_CONTROL,
    unconfirmed: true,
  },
  approve: {
    words: text('审批', 'Approve'),
    roles: ['supervisor'],
    persons: 1,
    grantedByTwo: false,
    basis: INTERNAL_CONTROL,
    unconfirmed: true,
  },
  pay: {
    words: text('付款', 'Pay'),
    roles: ['officer', 'supervisor'],
    // Whoever reviewed or approved is kept apart from it: three people have looked at it by then.
    persons: 1,
    grantedByTwo: true,
    basis: INTERNAL_CONTROL,
    unconfirmed: true,
  },
  customs: {
    words: text('海关验核', 'Customs verification'),
    roles: ['officer', 'supervisor'],
    persons: 1,
    grantedByTwo: false,
    basis: text(
      '《境外旅客购物离境退税管理办法（试行）》（国家税务总局公告2015年第41号）：海关验核，退税代理机构审核付款',
      'Measures for the departure refund (State Taxation Administration notice 41 of 2015): customs verify, the agency audits and pays',
    ),
    unconfirmed: true,
  },
  moderate: {
    words: text('内容管理', 'Moderate'),
    roles: ['volunteer', 'officer', 'supervisor'],
    persons: 1,
    grantedByTwo: false,
    basis: text(
      '网络信息内容生态治理规定 第九条',
      'Provisions on the Governance of Online Information Content art. 9',
    ),
    unconfirmed: true,
  },
  publish: {
    words: text('发布政策', 'Publish policies'),
    roles: ['officer', 'supervisor'],
    persons: 2,
    grantedByTwo: false,
    basis: text(
      '《政府信息公开条例》第十七条：公开前的审查机制',
      'Regulation on Open Government Information art. 17: what is published is examined first',
    ),
    unconfirmed: true,
  },
  draw: {
    words: text('开奖', 'Draw'),
    roles: ['supervisor', 'notary'],
    persons: 2,
    grantedByTwo: true,
    basis: text('公证程序规则（现场监督公证）', 'Rules of Notarial Procedure (supervision on the spot)'),
    unconfirmed: true,
  },
} as const satisfies Record<string, DutyRow>

export type Duty = keyof typeof DUTIES

/** What one person may not both do on one thing. */
export const KEPT_APART: readonly (readonly [Duty, Duty])[] = [
  ['review', 'approve'],
  ['approve', 'pay'],
  ['review', 'pay'],
  ['customs', 'pay'],
]
