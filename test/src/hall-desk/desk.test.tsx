import { screen, waitFor } from '@testing-library/react'
import { preferences } from '../../../src/client/preferences'
import DeskPage from '../../../src/packages/hall-desk/desk'
import { NO_NETWORK, refuse } from '../../harness/taro/server'
import Taro from '../../harness/taro/taro'
import { eachAlone, el, gone, later, namelessControls, seen, tap } from '../policies/stage'
import { atWindow, desk, ticket, TICKET, window } from './fixtures'
import { keysOf, livingHall, onStage } from './stage'

eachAlone()
const HERE = { hallId: 'east', window: '3' }

it('calls the next number and shows it large, with its matter, its masked name and how it came', async () => {
  const { inputs } = onStage(DeskPage, {}, livingHall())
  expect(await seen('at-none')).toHaveTextContent('窗口空闲，6 人等候')
  await tap('do-next')
  expect(await seen('at-number')).toHaveTextContent('A007')
  expect(el('current')).toHaveTextContent('已呼叫，等人来')
  expect(el('at-matter')).toHaveTextContent('增值税申报')
  expect(el('at-name')).toHaveTextContent('林*雨')
  expect(el('current')).toHaveTextContent('预约 9:30')
  expect(el('said')).toHaveTextContent('已呼叫 A007')
  expect(inputs('queue/callNext')).toEqual([HERE])
  expect(namelessControls()).toEqual([])
})

it('goes from call to recall, serve and finish, each press with its own key', async () => {
  const { asked, inputs } = onStage(DeskPage, {}, livingHall())
  await tap('do-next')
  await tap('do-recall')
  await waitFor(() => expect(el('current')).toHaveTextContent('第 2 次'))
  await tap('do-recall')
  await waitFor(() => expect(inputs('queue/recall')).toHaveLength(2))
  await tap('do-serve')
  await waitFor(() => expect(el('current')).toHaveTextContent('正在办理'))
  await tap('do-finish')
  expect(await seen('do-next')).toBeInTheDocument()
  expect(el('said')).toHaveTextContent('A007 已办结')
  const keys = ['callNext', 'recall', 'serve', 'finish'].flatMap((one) => keysOf(asked, `queue/${one}`))
  expect(keys).toHaveLength(5)
  expect(new Set(keys).size).toBe(5)
  expect(inputs('queue/serve')).toEqual([{ ...HERE, ticketId: TICKET }])
})

it('a second press while one runs does nothing', async () => {
  let answer = (_: unknown): void => undefined
  const { inputs } = onStage(
    DeskPage,
    {},
    {
      'queue/callNext': () => new Promise((resolve) => (answer = resolve)),
    },
  )
  await tap('do-next')
  expect(el('do-next')).toHaveAttribute('aria-busy', 'true')
  await tap('do-next')
  expect(inputs('queue/callNext')).toHaveLength(1)
  answer({ ticket: null })
  await waitFor(() => expect(el('said')).toHaveTextContent('现在没有可叫的号'))
})

it('finishes and calls the next in one press; what fails of it is said, and the rest can be done', async () => {
  const { inputs, answers } = onStage(DeskPage, {}, livingHall({ at: atWindow({ serving: true }) }))
  await tap('do-finishNext')
  await waitFor(() => expect(el('said')).toHaveTextContent('已呼叫 A007'))
  expect(inputs('queue/finish')).toHaveLength(1)
  await tap('do-serve')
  answers['queue/callNext'] = refuse(409, 'WINDOW_BUSY', '窗口还有没办完的号。')
  await tap('do-finishNext')
  expect(await seen('move-failed')).toHaveTextContent('窗口还有没办完的号。请先办完窗口现有的号。')
  expect(await seen('do-next')).toBeInTheDocument()
})

it('passes over at once the first time; the second time it is asked, for that is a missed visit', async () => {
  const hall = livingHall()
  const { inputs, answers } = onStage(DeskPage, {}, hall)
  await tap('do-next')
  await tap('do-pass')
  await waitFor(() => expect(el('said')).toHaveTextContent('A007 已过号，3 个号之后再叫一次'))
  const again = ticket({ passed: true })
  answers['queue/callNext'] = () => (hall['queue/callNext'](), { ticket: again })
  answers['queue/desk'] = () => desk({ at: atWindow(), ticket: again })
  await tap('do-next')
  expect(await screen.findByText('过号后重叫')).toBeInTheDocument()
  await tap('do-pass')
  expect(await seen('pass-sheet')).toHaveTextContent('有预约的会记为爽约')
  expect(inputs('queue/pass')).toHaveLength(1)
  answers['queue/pass'] = () => ({ ...hall['queue/pass'](), ticket: ticket({ state: 'noShow' }) })
  await tap('pass-sheet-confirm')
  await waitFor(() => expect(el('said')).toHaveTextContent('A007 两次未到，已结束'))
  gone('pass-sheet')
})

it('transfers to another matter, never to its own', async () => {
  const { inputs } = onStage(DeskPage, {}, livingHall())
  await tap('do-next')
  await tap('do-serve')
  await tap('do-transfer')
  await seen('transfer-sheet')
  gone('transfer-SB01')
  expect(el('transfer-yes')).toHaveAttribute('aria-disabled', 'true')
  await tap('transfer-TS01')
  await tap('transfer-yes')
  await waitFor(() => expect(el('said')).toHaveTextContent('A007 已转到“退税申请”，号码不变'))
  expect(inputs('queue/transfer')).toEqual([{ ...HERE, ticketId: TICKET, matter: 'TS01' }])
})

describe('after a reload', () => {
  const held = { 'queue/desk': desk({ at: atWindow({ serving: true }) }) }

  it('the window has its number with all that was known of it', async () => {
    onStage(DeskPage, {}, livingHall())
    await tap('do-next')
    await seen('at-number')
    onStage(DeskPage, {}, held, { again: true })
    expect(await seen('at-name')).toHaveTextContent('林*雨')
    expect(el('do-finish')).toBeInTheDocument()
  })

  it('on another device too', async () => {
    onStage(DeskPage, {}, { 'queue/desk': desk({ at: atWindow(), ticket: ticket({ passed: true }) }) })
    expect(await seen('at-number')).toHaveTextContent('A007')
    expect(el('at-matter')).toHaveTextContent('增值税申报')
    await tap('do-pass')
    expect(await seen('pass-sheet')).toHaveTextContent('有预约的会记为爽约')
  })

  it('one who has no window yet chooses one, which is remembered', async () => {
    const none = { 'queue/desk': desk({ mine: false, state: 'closed' }) }
    onStage(DeskPage, {}, none)
    expect(await seen('window-4')).toHaveAttribute('aria-label', '4 号窗口，同事正在使用')
    await tap('window-5')
    expect(await seen('open-window')).toBeInTheDocument()
    onStage(DeskPage, {}, none, { again: true })
    expect(await seen('window')).toHaveTextContent('5 号窗口未打开')
    await tap('other-window')
    expect(await seen('choose-window')).toBeInTheDocument()
  })
})

describe('a window', () => {
  it('is opened with the matters it serves, paused with the same, and closed when it is free', async () => {
    const { inputs } = onStage(
      DeskPage,
      {},
      {
        'queue/desk': desk({ state: 'closed', mine: true, matters: ['SB01', 'SB02'] }),
      },
    )
    await tap('choose-matters')
    await tap('serve-SB02')
    await tap('serve-SB01')
    await tap('matters-yes')
    expect(el('matters-problem')).toHaveTextContent('请至少选一个事项')
    await tap('serve-SB02')
    await tap('matters-yes')
    await waitFor(() =>
      expect(inputs('queue/setWindow')).toEqual([{ ...HERE, state: 'open', matters: ['SB02'] }]),
    )
  })

  it('pauses with what it serves, and then calls nobody', async () => {
    const { inputs, answers } = onStage(DeskPage, {}, livingHall({ matters: ['SB02'] }))
    await seen('pause-window')
    answers['queue/setWindow'] = { window: window({ state: 'paused', matters: ['SB02'] }) }
    answers['queue/desk'] = desk({ state: 'paused', matters: ['SB02'] })
    await tap('pause-window')
    expect(inputs('queue/setWindow')).toEqual([{ ...HERE, state: 'paused', matters: ['SB02'] }])
    expect(await seen('no-moves')).toHaveTextContent('窗口已暂停')
    expect(el('serves')).toHaveTextContent('个人所得税申报')
  })

  it('cannot be closed while it has a number, and says when', async () => {
    onStage(DeskPage, {}, { 'queue/desk': desk({ at: atWindow() }) })
    expect(await seen('close-window')).toHaveAttribute('aria-disabled', 'true')
    expect(el('window')).toHaveTextContent('办完当前的号以后可以关闭窗口')
  })

  it('of a colleague is taken over after a question; one that was taken from me says what to do', async () => {
    const { inputs, answers } = onStage(DeskPage, {}, { 'queue/desk': desk({ mine: false, at: atWindow() }) })
    await tap('window-3')
    gone('do-recall')
    await tap('take-window')
    expect(await seen('take-sheet')).toHaveTextContent('A007 还没有办完')
    answers['queue/desk'] = desk()
    await tap('take-sheet-confirm')
    await waitFor(() => expect(inputs('queue/setWindow')).toHaveLength(1))
    answers['queue/callNext'] = refuse(409, 'WINDOW_TAKEN', '这个窗口现在由另一位工作人员使用。')
    await tap('do-next')
    expect(await seen('move-failed')).toHaveTextContent('请接手窗口')
    await tap('failed-open')
    await waitFor(() => expect(inputs('queue/setWindow')).toHaveLength(2))
  })
})

it('a press that never came back is repeated with the same key, so that nobody is called twice', async () => {
  const { asked, answers } = onStage(DeskPage, {}, { 'queue/callNext': NO_NETWORK })
  await tap('do-next')
  await later(3_000)
  expect(await seen('move-failed')).toHaveTextContent('同一次操作不会重复生效')
  answers['queue/callNext'] = { ticket: ticket() }
  await tap('failed-again')
  expect(await seen('said')).toHaveTextContent('已呼叫 A007')
  expect(new Set(keysOf(asked, 'queue/callNext')).size).toBe(1)
})

it('shows the day at a glance, and looks again every few seconds while it is in sight', async () => {
  const { inputs, answers } = onStage(DeskPage)
  expect(await seen('sum-waiting')).toHaveTextContent('6等候')
  expect(el('sum-served')).toHaveTextContent('21已办结')
  expect(el('sum-waited')).toHaveTextContent('14 分钟平均等候')
  expect(el('waits-SB01')).toHaveTextContent('增值税申报1 个窗口 · 约 12–25 分钟4')
  expect(el('waits-TS01')).toHaveTextContent('没有窗口办理')
  gone('waits-SB02')
  expect(el('tile-4')).toHaveTextContent('4 号呼叫 D002')
  const before = inputs('queue/desk').length
  answers['queue/desk'] = desk({}, { waiting: 9 })
  await later(4_000)
  expect(inputs('queue/desk').length).toBeGreaterThan(before)
  expect(el('sum-waiting')).toHaveTextContent('9')
})

it('leads to the door, the display and the ratings of the same hall', async () => {
  onStage(DeskPage, { hallId: 'west' })
  await tap('to-wall')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/hall-desk/display/index?hallId=west' })
  await tap('to-door')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/hall-desk/door/index?hallId=west' })
})

it('nobody’s without a session; of no hall without a grant; and a failure has a way out', async () => {
  onStage(DeskPage, {}, {}, { signedIn: false })
  expect(await screen.findByText('请用工作人员账户登录')).toBeInTheDocument()
  onStage(DeskPage, {}, { 'halls/onDuty': { halls: [] } })
  expect(await screen.findByText('您的账户没有负责的大厅')).toBeInTheDocument()
  onStage(DeskPage, {}, { 'queue/desk': refuse(403, 'FORBIDDEN', '没有权限。') })
  expect(await screen.findByText('没有权限。')).toBeInTheDocument()
  onStage(DeskPage, {}, { 'queue/desk': desk({}, { windows: [] }) })
  expect(await screen.findByText('这个大厅还没有设置窗口')).toBeInTheDocument()
})

it('in English', async () => {
  onStage(DeskPage, {}, livingHall(), { language: 'en' })
  expect(preferences.getState().language).toBe('en')
  await tap('do-next')
  expect(await seen('said')).toHaveTextContent('A007 is called')
  expect(el('current')).toHaveTextContent('Booked 9:30')
})
