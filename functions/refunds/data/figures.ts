/** Figures of how refunds are handled: each dated, with its basis. */
import type { Dated } from '../../core/pure/law'
import { text, type Text } from '../../core/pure/text'

interface FigureRow extends Dated {
  readonly value: number
  readonly rule: Text
  readonly basis: Text
  readonly unconfirmed: boolean
}

const OURS = text('本平台默认设置', 'A default of this service')
const since = { effectiveFrom: '2026-01-01', effectiveTo: null, unconfirmed: true } as const

/** Fen; above it a second approval is needed, so that three people decide. */
export const THIRD_PERSON: readonly FigureRow[] = [
  {
    value: 50_000_000,
    rule: text(
      '退税额超过 50 万元的，由两名审批人员先后审批',
      'Refunds above 500,000 yuan take two approvals',
    ),
    basis: text(
      '行政事业单位内部控制规范（试行）（财会〔2012〕21号）第十二条；金额为本平台默认设置',
      'Internal control of administrative units (Caikuai [2012] No. 21) art. 12; the amount is a default of this service',
    ),
    ...since,
  },
]

/** Natural days to supply what was asked for. */
export const CORRECTION_DAYS: readonly FigureRow[] = [
  {
    value: 30,
    rule: text('收到补正通知后三十日内补齐', 'What was asked for is supplied within thirty days'),
    basis: OURS,
    ...since,
  },
]

/** Days that an unfinished application is kept. */
export const DRAFT_DAYS: readonly FigureRow[] = [
  { value: 14, rule: text('草稿保留十四天', 'Drafts are kept for fourteen days'), basis: OURS, ...since },
]
