/** What an officer can do at a window as it stands, by button and by key: one table for both. */
import type { Desk, DeskWindow } from './answers'

export const MOVES = ['next', 'recall', 'serve', 'pass', 'finish', 'finishNext', 'transfer'] as const
export type Move = (typeof MOVES)[number]

/** Nothing, a number that is called, or one that is served. */
export type Stage = 'free' | 'called' | 'serving'

export const stageOf = ({ at }: Pick<DeskWindow, 'at'>): Stage => {
  if (at === null) return 'free'
  return at.serving ? 'serving' : 'called'
}

const BY_STAGE: Readonly<Record<Stage, readonly Move[]>> = {
  free: ['next'],
  called: ['serve', 'recall', 'pass'],
  serving: ['finishNext', 'finish', 'transfer'],
}
const CALLS: readonly Move[] = ['next', 'finishNext']

/** The likeliest first. A window that pauses, and a hall that has stopped, finish what they have and call nobody. */
export const movesOf = (
  window: Pick<DeskWindow, 'at' | 'state' | 'mine'>,
  hall: Desk['state'],
): readonly Move[] => {
  if (!window.mine || window.state === 'closed') return []
  const calls = window.state === 'open' && hall === 'open'
  return BY_STAGE[stageOf(window)].filter((move) => calls || !CALLS.includes(move))
}

/** As on the keyboard; N goes on to the next number from wherever one is. */
export const KEYS: Readonly<Record<Move, string>> = {
  next: 'N',
  finishNext: 'N',
  serve: 'S',
  recall: 'R',
  pass: 'P',
  finish: 'F',
  transfer: 'T',
}

/** The move of a key, among those that can be made. Space calls when the window is free: it must end nobody's visit by accident. */
export const moveOfKey = (key: string, moves: readonly Move[]): Move | undefined => {
  if (key === ' ') return moves.find((move) => move === 'next')
  return moves.find((move) => KEYS[move] === key.toUpperCase())
}
