import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import DoorPage from '../../../src/packages/hall-desk/door'
import { NO_NETWORK, refuse } from '../../harness/taro/server'
import Taro from '../../harness/taro/taro'
import { eachAlone, el, gone, later, namelessControls, seen, tap, type } from '../policies/stage'
import { at, desk, ticket } from './fixtures'
import { keysOf, onStage } from './stage'

eachAlone()
const QR = `SB1.ap_${'0'.repeat(26)}.482913.abcdefghijklmnop`
const waiting = ticket({
  state: 'waiting',
  waiting: { ahead: 3, estimate: { known: true, from: 10, to: 20, asOf: at(600) } },
})
const given = { 'queue/admit': { ticket: waiting } }

it('a typed code gives the number, very large, with who goes before; then the next person', async () => {
  const { inputs } = onStage(DoorPage, {}, given)
  await type('code', '482 913')
  await tap('admit')
  expect(await seen('given-number')).toHaveTextContent('A007')
  expect(el('given-ahead')).toHaveTextContent('前面 3 人，约 10–20 分钟')
  expect(el('given')).toHaveTextContent('林*雨')
  expect(inputs('queue/admit')).toEqual([{ hallId: 'east', code: '482913', priority: false }])
  await tap('next-person')
  expect(await seen('code')).toHaveValue('')
  expect(namelessControls()).toEqual([])
})

it('Enter sends it too, as a hand scanner does with a whole code', async () => {
  const { inputs } = onStage(DoorPage, {}, given)
  await type('code', QR)
  await act(async () => void fireEvent.keyDown(el('code'), { key: 'Enter' }))
  await seen('given')
  expect(inputs('queue/admit')).toEqual([{ hallId: 'east', code: QR, priority: false }])
})

it('the camera scans a code; what cannot be read leaves typing', async () => {
  const { inputs } = onStage(DoorPage, {}, given)
  Taro.scanCode.mockRejectedValueOnce({ errMsg: 'scanCode:fail auth deny' })
  await tap('scan')
  expect(await seen('scan-problem')).toHaveTextContent('请输入六位数字')
  Taro.scanCode.mockResolvedValueOnce({ result: QR })
  await tap('scan')
  await seen('given')
  expect(inputs('queue/admit')).toEqual([{ hallId: 'east', code: QR, priority: false }])
})

it('a slip is told before anything is sent', async () => {
  const { inputs } = onStage(DoorPage, {}, given)
  await type('code', '48291')
  await tap('admit')
  expect(el('code-problem')).toHaveTextContent('请输入六位数字的预约码')
  expect(inputs('queue/admit')).toEqual([])
})

it('priority is whoever asks for it: no reason is asked, and it ends with the person', async () => {
  const { inputs } = onStage(DoorPage, {}, { ...given, 'queue/issue': { ticket: waiting } })
  expect(await screen.findByText('本人提出即可，不问原因，不要证明。')).toBeInTheDocument()
  await tap('priority')
  await tap('issue-SB02')
  await tap('issue')
  await seen('given')
  expect(inputs('queue/issue')).toEqual([{ hallId: 'east', matter: 'SB02', priority: true }])
  await tap('next-person')
  expect(await seen('priority')).toHaveAttribute('aria-checked', 'false')
})

describe('each refusal has its words and its next step', () => {
  it.each([
    ['TOO_EARLY', true, { from: at(585) }, '9:45 起可以取号', '预约不受影响', undefined],
    ['TOO_LATE', false, undefined, undefined, '可以发现场号', 'refused-walk-in'],
    ['WRONG_DAY', false, undefined, undefined, '可以发现场号', 'refused-walk-in'],
    ['NOT_STANDING', false, undefined, undefined, '可以发现场号', 'refused-walk-in'],
    [
      'WRONG_HALL',
      false,
      { hall: '城西办税服务厅' },
      '预约在：城西办税服务厅',
      '可以发现场号',
      'refused-walk-in',
    ],
    ['TICKETED', false, undefined, undefined, '请看本人手机上的号码', undefined],
    ['CODE_UNKNOWN', false, undefined, undefined, '再输一次', 'refused-retype'],
    ['NUMBERS_ENDED', false, undefined, undefined, '有疑问请找值班人员', undefined],
  ] as const)('%s', async (code, _retry, data, detail, way, button) => {
    onStage(DoorPage, {}, { 'queue/admit': refuse(409, code, `因为 ${code}。`, data) })
    await type('code', '482913')
    await tap('admit')
    await later(3_000)
    expect(await seen('refused')).toHaveTextContent(`因为 ${code}。`)
    expect(el('refused')).toHaveTextContent(way)
    if (detail) expect(el('refused-detail')).toHaveTextContent(detail)
    else gone('refused-detail')
    if (button) await tap(button)
    else await tap('next-person')
    expect(await seen('code')).toBeInTheDocument()
    expect(el('walk-in')).toBeInTheDocument()
  })

  it('a call that never came back is repeated with the same key: no number twice', async () => {
    const { asked, answers } = onStage(DoorPage, {}, { 'queue/admit': NO_NETWORK })
    await type('code', '482913')
    await tap('admit')
    await later(3_000)
    expect(await seen('refused')).toHaveTextContent('不会重复发号')
    answers['queue/admit'] = { ticket: waiting }
    await tap('refused-again')
    await seen('given')
    expect(new Set(keysOf(asked, 'queue/admit')).size).toBe(1)
  })
})

it('without a booking: a matter, then a number; what is refused is said beside it', async () => {
  const { answers } = onStage(
    DoorPage,
    {},
    {
      'queue/issue': refuse(409, 'NUMBERS_ENDED', '大厅现在不发号。'),
    },
  )
  expect(await seen('issue')).toHaveAttribute('aria-disabled', 'true')
  expect(el('issue-TS01')).toHaveTextContent('2 人等候 · 没有窗口办理')
  await tap('issue-TS01')
  await tap('issue')
  expect(await seen('issue-failed')).toHaveTextContent('大厅现在不发号')
  const {
    taxpayer: _whose,
    start: _start,
    ...walkIn
  } = ticket({ state: 'waiting', booked: false, number: 'D004' })
  answers['queue/issue'] = { ticket: walkIn }
  await tap('issue')
  expect(await seen('given-number')).toHaveTextContent('D004')
  expect(el('given')).toHaveTextContent('现场取号')
})

it('a hall of many matters is searched', async () => {
  const many = Array.from({ length: 12 }, (_, i) => ({
    matter: `FP${i + 10}`,
    name: `事项${i + 10}`,
    waiting: 0,
    windows: 1,
    estimate: { known: false as const, why: 'fewTimes' as const, asOf: at(600) },
  }))
  onStage(DoorPage, {}, { 'queue/desk': desk({}, { matters: many }) })
  await type('issue-search', 'fp15')
  await waitFor(() => gone('issue-FP14'))
  expect(el('issue-FP15')).toBeInTheDocument()
  await type('issue-search', '没有的')
  expect(await screen.findByText('没有找到这个事项')).toBeInTheDocument()
})

it('a hall that has stopped says so before anybody types', async () => {
  onStage(DoorPage, {}, { 'queue/desk': desk({}, { state: 'stopped' }) })
  expect(await seen('door-stopped')).toHaveTextContent('大厅已紧急停办')
})

it('in English', async () => {
  onStage(
    DoorPage,
    {},
    { 'queue/admit': refuse(409, 'TOO_EARLY', 'It is too early.', { from: at(585) }) },
    { language: 'en' },
  )
  await type('code', '482913')
  await tap('admit')
  await later(3_000)
  expect(await seen('refused-detail')).toHaveTextContent('From 9:45')
})
