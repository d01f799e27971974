import fc from 'fast-check'
import { FILES } from '../../../functions/lottery/rules/draw/published'
import type { PrizeState } from '../../../functions/lottery/rules/prize-states'
import { prizeTable } from '../../../functions/lottery/rules/prizes'
import { accountProblems, readyAccount } from '../../../src/packages/lottery/model/account'
import { entrySteps } from '../../../src/packages/lottery/model/entry-way'
import { ownEntryChecks } from '../../../src/packages/lottery/model/own-entry'
import {
  readCampaignId,
  readDrawId,
  readEntryId,
  readPrizeId,
} from '../../../src/packages/lottery/model/params'
import { prizeSteps, waitsForMe } from '../../../src/packages/lottery/model/prize-way'
import { PIECE, publishedFiles } from '../../../src/packages/lottery/model/published-files'
import { entryRules, prizeRules } from '../../../src/packages/lottery/model/told-rules'
import { numberProblem, typedFacts } from '../../../src/packages/lottery/model/typed'
import { dailyCampaign } from '../../functions/lottery/campaign'
import { CAMPAIGN, DRAW, drawRow, ENTRY, entryRow, facts, NOW, PRIZE } from './fixtures'

describe('what a page is opened with', () => {
  test('ids of their shape alone are taken', () => {
    expect(readCampaignId(CAMPAIGN)).toBe(CAMPAIGN)
    expect(readEntryId({ id: ENTRY })).toBe(ENTRY)
    expect(readDrawId({ id: DRAW })).toBe(DRAW)
    expect(readPrizeId({ id: PRIZE })).toBe(PRIZE)
    fc.assert(
      fc.property(fc.string(), (id) => {
        for (const read of [readEntryId, readDrawId, readPrizeId])
          expect(read({ id: `${id} ` })).toBeUndefined()
        expect(readCampaignId(`${id} `)).toBeUndefined()
      }),
    )
  })
})

test.each([
  ['', 'required'],
  ['2635 2000', 'digits'],
  ['2635200000000000000a', 'digits'],
  ['２６３５ 2000 0000 0000 0001', undefined],
  ['263520000000000000011', 'long'],
])('the number %s: %s', (typed, problem) => expect(numberProblem(typed)).toBe(problem))

test('what is typed is an invoice once nothing is wrong with it', () => {
  const values = { kind: '32', issuedOn: '2026-11-24', amount: 12_800 }
  expect(typedFacts('2635 2000 0000 0000 0001', values)).toEqual(facts)
  expect(typedFacts('2635', values)).toBeUndefined()
  expect(typedFacts(facts.number, { ...values, amount: '12a' })).toBeUndefined()
})

test('an account is sent in plain digits, and not before it is right', () => {
  expect(readyAccount({ bank: ' 示范银行 ', number: '6222 0202 0011' })).toEqual({
    bank: '示范银行',
    number: '622202020011',
  })
  expect(readyAccount({ bank: '示范银行', number: '1234' })).toBeUndefined()
  expect(accountProblems({ bank: '', number: '' })).toEqual({ bank: 'required', number: 'required' })
})

describe('the way of an entry', () => {
  const entry = entryRow()
  const states = (draw: Parameters<typeof entrySteps>[2], now = NOW) =>
    entrySteps(entry, { closesAt: 1 }, draw, now).map(({ key, state }) => `${key} ${state}`)
  test.each([
    ['open', undefined, 'frozen'],
    ['being sealed', drawRow({ state: 'freezing' }), 'frozen'],
    ['sealed', drawRow({ state: 'frozen' }), 'round'],
    ['its round published', drawRow({ state: 'frozen', roundAt: NOW }), 'drawn'],
    ['drawn', drawRow({ state: 'drawn' }), 'prize'],
  ])('%s: at hand is one step alone, all before it done, all after it to come', (_, draw, now) => {
    const steps = states(draw)
    const at = steps.indexOf(`${now} now`)
    expect(at).toBeGreaterThan(0)
    expect(steps.slice(0, at).every((step) => step.endsWith('done'))).toBe(true)
    expect(steps.slice(at + 1).every((step) => step.endsWith('coming'))).toBe(true)
  })
  test('published: everything is done; nobody else’s list and a left-out entry stop at the list', () => {
    expect(states(drawRow({ state: 'published' })).every((step) => step.endsWith('done'))).toBe(true)
    expect(states(drawRow({ state: 'empty' }))).toEqual(['entered done', 'frozen stopped'])
    expect(
      entrySteps({ ...entry, excluded: 'void' }, { closesAt: 1 }, drawRow({ state: 'published' }), NOW),
    ).toMatchObject([{ key: 'entered' }, { key: 'frozen', state: 'stopped' }])
  })
})

describe('the way of a prize', () => {
  const all = Object.keys(prizeTable.next) as PrizeState[]
  test.each(all)('%s: at most one step at hand, and never one behind it that is done', (state) => {
    const states = prizeSteps(state).map((step) => step.state)
    expect(states.filter((one) => one === 'now' || one === 'stopped').length).toBeLessThanOrEqual(1)
    expect(states.lastIndexOf('done')).toBe(states.filter((one) => one === 'done').length - 1)
  })
  test('waits for its winner to be claimed and to put the account right, and at no other time', () =>
    expect(all.filter(waitsForMe)).toEqual(['confirmed', 'bankRejected']))
})

describe('published files', () => {
  const draw = { id: DRAW, files: [{ name: 'entries.bin', size: PIECE + 10 }] }
  const whole = Buffer.alloc(PIECE + 10, 7)
  const piece = ({ offset, length }: { offset: number; length: number }) =>
    Promise.resolve({ size: whole.length, bytes: whole.subarray(offset, offset + length).toString('base64') })

  test('come in pieces, once, however often they are read', async () => {
    const fetched = jest.fn(piece)
    const come: number[] = []
    const files = publishedFiles(draw, fetched, (bytes) => come.push(bytes))
    await Promise.all([files.read(FILES.entries, 0, 64), files.read(FILES.entries, PIECE, 10)])
    expect(fetched).toHaveBeenCalledTimes(2)
    expect(come).toEqual([PIECE, PIECE + 10])
    expect(await files.read(FILES.entries, PIECE, 10)).toEqual(new Uint8Array(10).fill(7))
  })

  test('a piece that is not what it says, a file that ends before, and one that is not there are errors', async () => {
    const short = publishedFiles(draw, () => Promise.resolve({ size: 1, bytes: 'AAAA' }))
    await expect(short.read(FILES.entries, 0, 1)).rejects.toThrow('broken')
    await expect(publishedFiles(draw, piece).read(FILES.entries, PIECE, 11)).rejects.toThrow('reach')
    await expect(publishedFiles(draw, piece).read(FILES.tiles, 0, 1)).rejects.toThrow('no tiles.bin')
    expect(await publishedFiles(draw, piece).text(FILES.result)).toBeUndefined()
    expect(await publishedFiles(draw, piece).size(FILES.result)).toBeUndefined()
  })
})

test('checks of an own entry never throw, whatever the server says', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (salt, holder, freeze, entry) => {
      const proof = { index: 0, count: 1, entry, path: [] }
      const checks = ownEntryChecks({ entryId: ENTRY, salt, holder, freeze, proof })
      expect(checks.every(({ holds }) => !holds)).toBe(true)
    }),
  )
})

test('rules are told once each, and say nothing of any invoice', () => {
  const codes = entryRules(dailyCampaign(), NOW).map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes).toEqual(expect.arrayContaining(['kind', 'floor', 'perDay', 'inAll', 'title', 'stopped']))
  expect(prizeRules(dailyCampaign(), NOW).map(({ code }) => code)).toEqual([
    'winsPerInvoice',
    'claimWin',
    'redrawPool',
  ])
})
