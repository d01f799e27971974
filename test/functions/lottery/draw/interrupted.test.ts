/** A freeze or a draw cut off anywhere goes on to the same files, and what was published stands. */
import { appendFileSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { draw } from '../../../../functions/lottery/draw/draw'
import { freeze } from '../../../../functions/lottery/draw/freeze'
import { PLAIN } from '../../../../functions/lottery/draw/hashing'
import { notaryOf, isSignedBy, type Notary } from '../../../../functions/lottery/draw/notary'
import { instantOfRound } from '../../../../functions/lottery/rules/draw/chain'
import { bundledChild, runAndKill } from '../../../harness/crash'
import { entryPieces, someEntries } from '../../../harness/draw/entries'
import { sha } from './slow'
import {
  CHAIN,
  contentsOf,
  copyOf,
  FROZEN_AT,
  newFolder,
  NOTARY,
  publishDraw,
  REVEALS,
  ROUND,
  ROUND_AT,
  rulesOf,
  toFreeze,
} from './world'

class Cut extends Error {}

const beacon = CHAIN.sign(ROUND)
const drawn = (folder: string) => draw({ folder, beacon, now: ROUND_AT, notary: NOTARY })

/** A notary whose hand is stayed. */
const staying: Notary = {
  ...NOTARY,
  sign: () => {
    throw new Cut()
  },
}

describe('cut off', () => {
  let whole: Record<string, string>
  beforeAll(async () => {
    whole = contentsOf((await publishDraw()).folder)
  })

  it.each<readonly [string, (folder: string) => Promise<unknown>]>([
    [
      'while entries come in',
      (folder) =>
        freeze(
          toFreeze({
            folder,
            *entries() {
              yield someEntries(200).subarray(0, 6400)
              throw new Cut()
            },
          }),
        ),
    ],
    [
      'while the tree is hashed',
      (folder) => {
        let calls = 0
        const hash = (input: Uint8Array, output: Uint8Array): void => {
          calls += 1
          if (calls === 4) throw new Cut()
          PLAIN.hash(input, output)
        }
        return freeze(toFreeze({ folder, hashing: { engine: 'plain', hash } }))
      },
    ],
    ['before the freeze is signed', (folder) => freeze(toFreeze({ folder, notary: staying }))],
    [
      'before the result is signed',
      async (folder) => {
        await freeze(toFreeze({ folder }))
        await draw({ folder, beacon, now: ROUND_AT, notary: staying })
      },
    ],
  ])('%s, it comes to the same files', async (_, cutOff) => {
    const folder = newFolder()
    await expect(cutOff(folder)).rejects.toThrow(Cut)
    expect(existsSync(path.join(folder, 'result.json'))).toBe(false)
    await freeze(toFreeze({ folder }))
    await drawn(folder)
    expect(contentsOf(folder)).toEqual(whole)
  })

  it('with unfinished files left behind, it comes to the same files', async () => {
    const folder = newFolder()
    for (const name of ['entries.bin', 'tiles.bin', 'freeze.json', 'beacon.json', 'result.json', 'runs'])
      writeFileSync(path.join(folder, `.${name}.unfinished`), 'half of it')
    await freeze(toFreeze({ folder }))
    await drawn(folder)
    expect(contentsOf(folder)).toEqual(whole)
  })

  it('after each file was written, the rest comes to the same', async () => {
    const { folder } = await publishDraw()
    for (const gone of [
      ['result.json'],
      ['result.json', 'beacon.json'],
      ['result.json', 'beacon.json', 'freeze.json'],
      ['result.json', 'beacon.json', 'freeze.json', 'tiles.bin'],
    ]) {
      const copy = copyOf(folder)
      for (const name of gone) rmSync(path.join(copy, name))
      await freeze(toFreeze({ folder: copy }))
      await drawn(copy)
      expect(contentsOf(copy)).toEqual(whole)
    }
  })

  it('by SIGKILL in the midst of a long freeze, it comes to the same commitment', async () => {
    const folder = newFolder()
    const child = await bundledChild(path.join(__dirname, 'child.ts'))
    for (const after of [3, 40]) {
      await runAndKill(child, [folder], after)
      expect(existsSync(path.join(folder, 'freeze.json'))).toBe(false)
    }
    const entries = () => entryPieces(300_000, 'long')
    const frozen = await freeze(toFreeze({ folder, entries }))
    const undisturbed = await freeze(toFreeze({ entries }))
    expect(frozen).toEqual(undisturbed)
  }, 60_000)
})

describe('what was published stands', () => {
  it('against other entries, rules and times', async () => {
    const { folder, frozen, result } = await publishDraw()
    const again = await freeze(
      toFreeze({
        folder,
        entries: () => [someEntries(7)],
        now: FROZEN_AT + 1,
        rules: rulesOf({ period: 'other' }),
      }),
    )
    expect(again).toEqual(frozen)
    expect(await draw({ folder, reveals: REVEALS, now: ROUND_AT + 1, notary: NOTARY })).toEqual(result)
  })

  it('a list once whole is not asked for again', async () => {
    const folder = newFolder()
    await expect(freeze(toFreeze({ folder, notary: staying }))).rejects.toThrow(Cut)
    const frozen = await freeze(
      toFreeze({
        folder,
        entries: () => {
          throw new Error('the list is whole')
        },
      }),
    )
    expect(frozen.count).toBe(200)
  })

  it('and a published file that was damaged is told, not drawn from', async () => {
    const { folder } = await publishDraw()
    const copy = copyOf(folder)
    appendFileSync(path.join(copy, 'result.json'), '}')
    await expect(drawn(copy)).rejects.toMatchObject({ code: 'randomness' })
    appendFileSync(path.join(copy, 'freeze.json'), '}')
    await expect(freeze(toFreeze({ folder: copy }))).rejects.toMatchObject({ code: 'notFrozen' })
  })
})

describe('a draw is refused', () => {
  const frozenFolder = async (): Promise<string> => {
    const folder = newFolder()
    await freeze(toFreeze({ folder }))
    return folder
  }
  const { fallback } = rulesOf()

  it('before anything is frozen', async () => {
    await expect(drawn(newFolder())).rejects.toMatchObject({ code: 'notFrozen' })
  })
  it('to another notary', async () => {
    const other = notaryOf(sha('another'))
    await expect(
      draw({ folder: await frozenFolder(), beacon, now: ROUND_AT, notary: other }),
    ).rejects.toMatchObject({
      code: 'otherNotary',
    })
  })
  it.each([
    ['without randomness', {}, ROUND_AT, 'notYet'],
    ['with a forged beacon', { beacon: { ...beacon, signature: 'ab'.repeat(48) } }, ROUND_AT, 'badSignature'],
    ['with the next round', { beacon: CHAIN.sign(ROUND + 1) }, ROUND_AT, 'otherRound'],
    [
      'with a forged beacon beside all reveals',
      { beacon: { ...beacon, signature: 'ab'.repeat(48) }, reveals: REVEALS },
      ROUND_AT * 2,
      'badSignature',
    ],
    ['before its round was published', { beacon }, ROUND_AT - 1, 'it is too early for this randomness'],
    [
      'by reveals while the round may come',
      { reveals: REVEALS },
      (fallback?.from ?? 0) - 1,
      'it is too early for this randomness',
    ],
    [
      'when a party is silent and the later round is not there',
      { reveals: REVEALS.slice(1) },
      ROUND_AT * 2,
      'laterRoundNotYet',
    ],
  ])('%s, and nothing is published', async (_, given, now, message) => {
    const folder = await frozenFolder()
    const before = contentsOf(folder)
    await expect(draw({ folder, now, notary: NOTARY, ...given })).rejects.toMatchObject({
      code: 'randomness',
      message,
    })
    expect(contentsOf(folder)).toEqual(before)
  })
})

test('a freeze is refused for a round within ten minutes', async () => {
  await expect(freeze(toFreeze({ rules: rulesOf({ round: ROUND - 1 }) }))).rejects.toMatchObject({
    code: 'rules',
  })
})

test('a freeze is refused for what its document cannot say', async () => {
  const exclusions = [{ reason: 'two\nlines', entries: 1 }]
  await expect(freeze(toFreeze({ exclusions }))).rejects.toMatchObject({ code: 'rules' })
})

test('freeze and result are signed, over every field', async () => {
  const { frozen, result } = await publishDraw()
  for (const document of [frozen, result]) {
    expect(isSignedBy(NOTARY.publicKey, document)).toBe(true)
    expect(isSignedBy(notaryOf(sha('another')).publicKey, document)).toBe(false)
  }
  expect(isSignedBy(NOTARY.publicKey, { ...frozen, received: frozen.received + 1 })).toBe(false)
  expect(isSignedBy(NOTARY.publicKey, { ...result, drawnAt: result.drawnAt + 1 })).toBe(false)
  expect(() => notaryOf(new Uint8Array(31))).toThrow(RangeError)
})

test('the later round of a silent party is published with the result', async () => {
  const later = rulesOf().fallback?.round ?? 0
  const { result } = await publishDraw(
    {},
    { beacon: CHAIN.sign(later), reveals: REVEALS.slice(1), now: instantOfRound(CHAIN.chain, later) },
  )
  expect([result.source, result.silent]).toEqual([
    'otherReveals',
    [{ party: REVEALS[0]?.party, fault: 'missing' }],
  ])
})
