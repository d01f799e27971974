import fc from 'fast-check'
import { act, screen } from '@testing-library/react'
import { newCalls, type Heard, type ShownCall } from '../../../src/packages/hall-desk/model/board-calls'
import { spokenCall } from '../../../src/packages/hall-desk/model/spoken'
import DisplayPage from '../../../src/packages/hall-desk/display'
import { NO_NETWORK, refuse } from '../../harness/taro/server'
import { fireHook } from '../../harness/taro/taro'
import { eachAlone, el, gone, seen, tap } from '../policies/stage'
import { at, board, onBoard } from './fixtures'
import { onStage, seconds } from './stage'

const said: { words: string; language: string }[] = []
jest.mock('../../../src/packages/hall-desk/parts/voice', () => ({
  voice: {
    can: () => 'speaks',
    enable: () => undefined,
    hush: () => undefined,
    say: (words: string, language: string) => {
      said.push({ words, language })
      return Promise.resolve(true)
    },
  },
}))

eachAlone()
beforeEach(() => void said.splice(0))

const nobody = { signedIn: false } as const
const show = (answer: unknown, more: object = {}) =>
  onStage(DisplayPage, { hallId: 'east' }, { 'queue/board': answer }, { ...nobody, ...more })
const first = onBoard('3', 'A007')

it('shows the last call on top, each window with its number, and how many wait; to anybody', async () => {
  show(board([first, onBoard('4', 'D002', { serving: true }), onBoard('5', null)]))
  expect(await seen('wall-call')).toHaveTextContent('A007请到 3 号窗口')
  expect(el('wall-waiting')).toHaveTextContent('6 人等候')
  expect(el('wall-window-4')).toHaveTextContent('4 号窗口D002正在办理')
  expect(el('wall-window-5')).toHaveTextContent('5 号窗口—空闲')
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('城东办税服务厅')
})

it('asks with the turn that it has, every two seconds, and keeps what it has when nothing changed', async () => {
  const { inputs, answers } = show(board([first], { turn: 5 }))
  await seen('wall-call')
  answers['queue/board'] = { turn: 5, same: true, asOf: at(600) }
  await seconds(6)
  expect(el('wall-call')).toHaveTextContent('A007')
  expect(inputs('queue/board')[0]).toEqual({ hallId: 'east' })
  expect(inputs('queue/board').at(-1)).toEqual({ hallId: 'east', since: 5 })
  expect(inputs('queue/board').length).toBeGreaterThanOrEqual(3)
})

it('speaks nothing before the tap; then each new call and each recall once', async () => {
  const { answers } = show(board([first]))
  await seen('wall-call')
  answers['queue/board'] = board([onBoard('3', 'A008', { calledAt: at(599) })], { turn: 6 })
  await seconds(9)
  expect(el('wall-call')).toHaveTextContent('A008')
  expect(said).toEqual([])
  await tap('sound')
  expect(el('sound')).toHaveTextContent('关闭语音')
  await seconds(9)
  expect(said).toEqual([])
  answers['queue/board'] = board([onBoard('12', 'B010'), onBoard('3', 'A008', { calls: 2 })], { turn: 7 })
  await seconds(20)
  expect(said.map(({ words }) => words).sort()).toEqual([
    '请 A 零 零 八 号，到 三 号窗口',
    '请 B 零 一 零 号，到 十二 号窗口',
  ])
  await tap('sound')
  answers['queue/board'] = board([onBoard('3', 'A009')], { turn: 8 })
  await seconds(9)
  expect(said).toHaveLength(2)
})

it('a new call flashes on top for a while, one after the other; who came meanwhile is not called any more', async () => {
  const { answers } = show(board([]))
  expect(await seen('wall-none')).toHaveTextContent('窗口还没有开始叫号')
  const [one, two] = [
    onBoard('3', 'A007', { calledAt: at(599) }),
    onBoard('4', 'D002', { calledAt: at(600) }),
  ]
  answers['queue/board'] = board([one, two], { turn: 6 })
  await seconds(3)
  expect(el('wall-call')).toHaveTextContent('A007')
  expect(el('wall-call')).toHaveClass('fresh')
  await seconds(5)
  expect(el('wall-call')).toHaveTextContent('D002')
  await seconds(6)
  expect(el('wall-call')).not.toHaveClass('fresh')
})

it('says since when it has no connection, and is of now again when it has', async () => {
  const { answers } = show(board([first]))
  await seen('wall-call')
  gone('wall-stale')
  answers['queue/board'] = NO_NETWORK
  await seconds(20)
  expect(await seen('wall-stale')).toHaveTextContent('10:00 起没有连接')
  expect(el('wall-call')).toHaveTextContent('A007')
  answers['queue/board'] = board([onBoard('3', 'A008')], { turn: 6 })
  await seconds(9)
  gone('wall-stale')
  expect(el('wall-call')).toHaveTextContent('A008')
})

it('an answer that never comes makes it stale too', async () => {
  const { answers } = show(board([first]))
  await seen('wall-call')
  answers['queue/board'] = () => new Promise(() => undefined)
  await seconds(20)
  expect(await seen('wall-stale')).toBeInTheDocument()
})

it('says that the hall has stopped, or is done for today', async () => {
  show(board([], { state: 'stopped' }))
  expect(await seen('wall-state')).toHaveTextContent('大厅暂停办理请听从工作人员引导')
  show(board([first], { state: 'stopped' }))
  expect(await seen('wall-stopped')).toHaveTextContent('大厅暂停办理')
  show(board([], { state: 'over' }))
  expect(await seen('wall-state')).toHaveTextContent('今天的办理已结束')
})

it('a hall that does not exist, or none, has a way out; a failure can be tried again', async () => {
  show(refuse(404, 'NOT_FOUND', '没有找到。'))
  expect(await screen.findByText('没有找到这个大厅')).toBeInTheDocument()
  onStage(DisplayPage, { hallId: '../x' }, {}, nobody)
  expect(await screen.findByText('没有找到这个大厅')).toBeInTheDocument()
  show(refuse(403, 'FORBIDDEN', '出错了。'))
  expect(await screen.findByText('出错了。')).toBeInTheDocument()
})

it('asks nothing while it is not in sight', async () => {
  const { inputs } = show(board([first]))
  await seen('wall-call')
  act(() => void fireHook('didHide'))
  const before = inputs('queue/board').length
  await seconds(20)
  expect(inputs('queue/board')).toHaveLength(before)
})

it('in English, spoken too', async () => {
  const { answers } = show(board([first]), { language: 'en' })
  expect(await seen('wall-call')).toHaveTextContent('A007Please go to window 3')
  await tap('sound')
  answers['queue/board'] = board([onBoard('3', 'A019')], { turn: 6 })
  await seconds(9)
  expect(said).toEqual([{ words: 'Number A zero one nine, please go to window 3', language: 'en' }])
})

describe('what is spoken', () => {
  it.each([
    ['1', '一'],
    ['9', '九'],
    ['10', '十'],
    ['12', '十二'],
    ['20', '二十'],
    ['35', '三十五'],
    ['101', '一 零 一'],
    ['B-2', 'B - 二'],
  ])('of window %s', (window, words) =>
    expect(spokenCall({ number: 'A1', window }, 'zh-CN')).toBe(`请 A 一 号，到 ${words} 号窗口`),
  )

  it('each call of each window once and no other, however the looks fall between the calls', () => {
    // A window’s number is called, called again and again, then comes or goes; looks happen at any time.
    const steps = fc.array(
      fc.record({
        window: fc.constantFrom('1', '2'),
        what: fc.constantFrom('call', 'recall', 'come', 'look'),
      }),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(steps, (all) => {
        const stands = new Map<string, { number: string; calls: number; serving: boolean }>()
        const told: string[] = []
        let heard: Heard | undefined = new Map()
        let given = 0
        for (const { window, what } of all) {
          const held = stands.get(window)
          if (what === 'call') stands.set(window, { number: `A${(given += 1)}`, calls: 1, serving: false })
          if (what === 'recall' && held && !held.serving)
            stands.set(window, { ...held, calls: held.calls + 1 })
          if (what === 'come' && held) stands.set(window, { ...held, serving: true })
          if (what !== 'look') continue
          const seen: { fresh: readonly ShownCall[]; heard: Heard } = newCalls(
            heard,
            [...stands].map(([name, one]) => onBoard(name, one.number, one)),
          )
          heard = seen.heard
          const waiting = [...stands].flatMap(([name, one]) =>
            one.serving ? [] : [`${name}|${one.number}|${one.calls}`],
          )
          for (const { key } of seen.fresh) {
            expect(told).not.toContain(key)
            expect(waiting).toContain(key)
          }
          told.push(...seen.fresh.map(({ key }) => key))
          // Whoever waits now has been told.
          expect(told).toEqual(expect.arrayContaining(waiting))
        }
      }),
    )
  })

  it('a display that was just switched on repeats nothing that was called before', () => {
    const { fresh, heard } = newCalls(undefined, [first])
    expect(fresh).toEqual([])
    expect(newCalls(heard, [onBoard('3', 'A007', { calls: 2 })]).fresh).toHaveLength(1)
  })
})
