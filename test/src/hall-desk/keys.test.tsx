import fc from 'fast-check'
import { act, waitFor } from '@testing-library/react'
import DeskPage from '../../../src/packages/hall-desk/desk'
import { KEYS, MOVES, moveOfKey, movesOf } from '../../../src/packages/hall-desk/model/moves'
import { fireHook } from '../../harness/taro/taro'
import { eachAlone, el, gone, later, seen, tap } from '../policies/stage'
import { atWindow, window } from './fixtures'
import { keysOf, livingHall, onStage, pressKey } from './stage'

// The keyboard is the web build's.
jest.mock('../../../src/packages/hall-desk/parts/use-keys', () =>
  jest.requireActual<object>('../../../src/packages/hall-desk/parts/use-keys.h5'),
)

eachAlone()

it('a visit goes from call to the next call by keys alone, each press with its own key', async () => {
  const { asked, inputs } = onStage(DeskPage, {}, livingHall())
  await seen('do-next')
  await pressKey(' ')
  expect(await seen('do-serve')).toHaveTextContent('开始办理S')
  await pressKey('r')
  await waitFor(() => expect(inputs('queue/recall')).toHaveLength(1))
  await pressKey('S')
  await seen('do-finish')
  await pressKey('n')
  await waitFor(() => expect(inputs('queue/callNext')).toHaveLength(2))
  expect(inputs('queue/finish')).toHaveLength(1)
  await seen('do-pass')
  await pressKey('p')
  await waitFor(() => expect(el('said')).toHaveTextContent('已过号'))
  const keys = ['callNext', 'recall', 'serve', 'finish', 'pass'].flatMap((one) =>
    keysOf(asked, `queue/${one}`),
  )
  expect(new Set(keys).size).toBe(6)
})

it('space ends nobody’s visit, and what cannot be done is not done', async () => {
  const { asked } = onStage(DeskPage, {}, livingHall({ at: atWindow({ serving: true }) }))
  await seen('do-finish')
  for (const key of [' ', 's', 'r', 'p', 'x', 'Enter']) await pressKey(key)
  expect(asked.filter(({ procedure }) => !/desk|onDuty/.test(procedure))).toEqual([])
})

it('nothing happens while one types, with Ctrl, Alt or Meta, or while a key is held down', async () => {
  const { inputs } = onStage(DeskPage, {}, livingHall())
  await seen('do-next')
  for (const more of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { repeat: true }])
    await pressKey('n', more)
  await tap('stop-hall')
  await pressKey('n', {}, await seen('stop-reason'))
  await pressKey('n')
  expect(inputs('queue/callNext')).toEqual([])
  await tap('stop-no')
  await pressKey(' ', {}, el('to-door'))
  expect(inputs('queue/callNext')).toEqual([])
  await pressKey('n', {}, el('to-door'))
  await waitFor(() => expect(inputs('queue/callNext')).toHaveLength(1))
})

it('a page that is not in sight has no keys', async () => {
  const { inputs } = onStage(DeskPage, {}, livingHall())
  await seen('do-next')
  act(() => void fireHook('didHide'))
  await pressKey('n')
  await later(100)
  expect(inputs('queue/callNext')).toEqual([])
})

it('the list of keys opens by ? and by hand, and they can be switched off, for good', async () => {
  const { inputs } = onStage(DeskPage, {}, livingHall())
  await seen('do-next')
  await pressKey('?')
  expect(await seen('keys-sheet')).toHaveTextContent('空格窗口空闲时叫下一位')
  await tap('keys-on')
  await tap('keys-close')
  gone('keys-sheet')
  await pressKey('n')
  expect(inputs('queue/callNext')).toEqual([])
  expect(el('keys')).toHaveTextContent('快捷键已关闭')
  onStage(DeskPage, {}, livingHall(), { again: true })
  await tap('keys')
  expect(await seen('keys-on')).toHaveAttribute('aria-checked', 'false')
})

it('transfer asks for the matter, and the question has the keyboard', async () => {
  const { inputs } = onStage(DeskPage, {}, livingHall({ at: atWindow({ serving: true }) }))
  await seen('do-transfer')
  await pressKey('t')
  await seen('transfer-sheet')
  await pressKey('f')
  expect(inputs('queue/finish')).toEqual([])
})

describe('the table of moves', () => {
  const states = fc.record({
    state: fc.constantFrom('open' as const, 'paused' as const, 'closed' as const),
    mine: fc.boolean(),
    at: fc.option(fc.boolean().map((serving) => atWindow({ serving }))),
  })
  const halls = fc.constantFrom('open' as const, 'stopped' as const, 'over' as const)

  it('no two moves that can be made share a key, and each has one', () => {
    fc.assert(
      fc.property(states, halls, (one, hall) => {
        const moves = movesOf(window(one), hall)
        for (const move of moves) expect(moveOfKey(KEYS[move].toLowerCase(), moves)).toBe(move)
      }),
    )
  })

  it('nobody is called at a window that pauses, in a hall that has stopped, or at somebody else’s', () => {
    fc.assert(
      fc.property(states, halls, (one, hall) => {
        const moves = movesOf(window(one), hall)
        if (!one.mine || one.state === 'closed') expect(moves).toEqual([])
        if (one.state !== 'open' || hall !== 'open')
          expect(moves.filter((move) => move === 'next' || move === 'finishNext')).toEqual([])
        expect(MOVES).toEqual(expect.arrayContaining([...moves]))
      }),
    )
  })
})
