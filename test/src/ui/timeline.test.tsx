import { act, render, screen, within } from '@testing-library/react'
import { instantOf } from '../../../functions/core/pure/time'
import { prefer } from '../../../src/client/preferences'
import { Timeline, type TimelineItem, type TimelineNow } from '../../../src/ui/timeline'
import { Button } from '../../../src/ui'

afterEach(() => act(() => prefer({ language: 'zh-CN' })))

const items: readonly TimelineItem[] = [
  { key: 'submitted', title: '提交申请', at: instantOf('2026-09-10', 9 * 60 + 30), who: '您', state: 'done' },
  {
    key: 'asked',
    title: '要求补正',
    at: instantOf('2026-09-12', 14 * 60),
    who: '经办人 周*',
    reasons: ['缺少完税凭证', '账户名称不一致'],
    state: 'done',
  },
  { key: 'review', title: '审核', who: '经办人 周*', state: 'now', note: '正在核对凭证', unconfirmed: true },
  { key: 'paid', title: '退款到账', who: '国库', state: 'coming' },
]
const now: TimelineNow = {
  title: '正在审核',
  who: '经办人',
  next: '作出决定',
  target: '2026-10-10',
  outer: '2026-10-23',
  daysLeft: 13,
}
const show = (change: Partial<TimelineNow> = {}, of = items) =>
  render(
    <Timeline id="way" items={of} now={{ ...now, ...change }}>
      <Button>撤回申请</Button>
    </Timeline>,
  )
const left = (): string => document.querySelector('#way-now-left')?.textContent ?? ''

test('each step says its state, when, by whom, and why', () => {
  show()
  const steps = within(screen.getByRole('list', { name: '办理进度' }))
  const asked = document.querySelector('#way-asked') as HTMLElement
  expect(asked).toHaveTextContent('要求补正已完成2026年9月12日 14:00办理：经办人 周*')
  expect(
    within(asked)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['缺少完税凭证', '账户名称不一致'])
  expect(document.querySelector('#way-review')).toHaveTextContent(
    '审核进行中待核实办理：经办人 周*正在核对凭证',
  )
  expect(
    steps.getAllByRole('listitem').filter((step) => step.getAttribute('aria-current') === 'step'),
  ).toEqual([document.querySelector('#way-review')])
})

test('what it waits for comes first: with whom, the next step, both dates, the days left, what one can do', () => {
  show({ basis: '征管法实施细则第七十八条', unconfirmed: true })
  const card = document.querySelector('#way-now')
  for (const words of [
    '现在由经办人办理',
    '下一步：作出决定',
    '目标日期2026年10月10日',
    '最迟日期2026年10月23日',
    '依据：征管法实施细则第七十八条',
    '以主管税务机关最新规定为准。',
    '您现在可以撤回申请',
  ])
    expect(card).toHaveTextContent(words)
})

test.each([
  [{ daysLeft: 13 }, '距最迟日期还有 13 天'],
  [{ daysLeft: 4, toward: 'target' }, '距目标日期还有 4 天'],
  [{ daysLeft: 4, toward: 'outer', unit: 'workingDays' }, '距最迟日期还有 4 个工作日'],
  [{ daysLeft: 0 }, '今天是最后一天'],
  [{ daysLeft: 0, toward: 'target' }, '今天是目标日期'],
  [{ daysLeft: -2 }, '已过最迟日期 2 天'],
  [{ daysLeft: 2, outer: undefined }, '距目标日期还有 2 天'],
  [{ daysLeft: undefined }, ''],
] as const)('%j is told as %s', (change, words) => {
  show(change)
  expect(left()).toBe(words)
})

test('one date, where both are the same, is told once', () => {
  show({ outer: '2026-10-10' })
  expect(document.querySelector('#way-now')).toHaveTextContent('办结期限2026年10月10日')
  expect(document.querySelector('#way-now')).not.toHaveTextContent('目标日期2026')
})

test('a clock that stands still and a calendar not published are said', () => {
  show({ paused: true, calendarUnknown: true, outer: undefined })
  expect(screen.getByText(/等待回复期间不计入期限/)).toBeInTheDocument()
  expect(screen.getByText(/还没有公布放假安排/)).toBeInTheDocument()
})

test('the case is told in sentences, in both languages', () => {
  const { rerender } = show()
  expect(document.querySelector('#way-spoken')).toHaveTextContent(
    '正在审核。现在由经办人办理。下一步：作出决定。目标日期2026年10月10日，最迟2026年10月23日。距最迟日期还有 13 天。已完成 2 步，最近一步：要求补正，2026年9月12日 14:00。',
  )
  act(() => prefer({ language: 'en' }))
  rerender(
    <Timeline
      id="way"
      items={[]}
      now={{
        title: 'Under review',
        who: 'the officer',
        next: 'a decision',
        outer: '2026-10-23',
        daysLeft: 1,
      }}
    />,
  )
  expect(document.querySelector('#way-spoken')).toHaveTextContent(
    'Under review. It is now with: the officer. Next: a decision. To be done by 23 Oct 2026. 1 day left to the latest date.',
  )
})

test('a case that is over has its way, and waits for nothing', () => {
  render(
    <Timeline id="way" items={[{ key: 'no', title: '不予退税', at: 0, who: '审批人', state: 'stopped' }]} />,
  )
  expect(document.querySelector('#way-now')).toBeNull()
  expect(document.querySelector('#way-no')).toHaveTextContent('不予退税已终止')
  expect(document.querySelector('#way-spoken')).toHaveTextContent(
    '已完成 1 步，最近一步：不予退税，1970年1月1日 8:00。',
  )
})

test('steps without a time leave nothing to read out, and no empty place for it', () => {
  render(<Timeline id="way" items={[{ key: 'won', title: '中奖', who: '主办单位', state: 'done' }]} />)
  expect(document.querySelector('#way-won')).toBeInTheDocument()
  expect(document.querySelector('#way-spoken')).toBeNull()
})
