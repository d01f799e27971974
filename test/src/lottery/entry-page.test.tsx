import { readFileSync } from 'node:fs'
import path from 'node:path'
import { screen, waitFor } from '@testing-library/react'
import { fromHex, toHex } from '../../../functions/core/pure/bytes'
import { entryBlock, holderCommitment } from '../../../functions/lottery/rules/draw/entry'
import { proofOf, indexOfEntry, type InclusionProof } from '../../../functions/lottery/rules/draw/proof'
import { publishedIn } from '../../../functions/lottery/draw/folder'
import EntryPage from '../../../src/packages/lottery/entry'
import { refuse } from '../../harness/taro/server'
import Taro from '../../harness/taro/taro'
import { someEntries } from '../../harness/draw/entries'
import { publishDraw } from '../../functions/lottery/draw/world'
import { DRAW, drawRow, ENTRY, entryRow, PRIZE } from './fixtures'
import { filesOf, pieceOf } from './draw-folder'
import { el, namelessControls, onStage, seen, standStill, tap } from './stage'

standStill()
const SALT = '07'.repeat(32)
const HOLDER = 'sj_somebody'
const closed = (change = {}) =>
  entryRow({ draws: [{ id: DRAW, draw: 'daily', state: 'published', closesAt: 0 }], ...change })

let folder = ''
let proof: InclusionProof
beforeAll(async () => {
  const own = entryBlock({
    id: ENTRY.slice(3),
    ticket: '00'.repeat(15),
    holder: holderCommitment(fromHex(SALT), HOLDER),
  })
  ;({ folder } = await publishDraw({ entries: () => [someEntries(40), own] }))
  const files = publishedIn(folder)
  proof = await proofOf(files, (await indexOfEntry(files, ENTRY.slice(3))) ?? -1)
}, 30_000)

const published = (change: Readonly<Record<string, unknown>> = {}) => ({
  'lottery/entry': { entry: closed(), salt: SALT, holder: HOLDER },
  'lottery/draw': { draw: drawRow({ state: 'published', files: filesOf(folder) }) },
  'lottery/proof': { proof },
  'lottery/file': pieceOf(folder),
  ...change,
})
const open = (change: Readonly<Record<string, unknown>> = {}) => onStage(EntryPage, { id: ENTRY }, change)

describe('its way', () => {
  it('waits for its list while others still enter', async () => {
    open()
    expect(await seen('way-daily-entered')).toHaveTextContent('已完成')
    expect(el('way-daily-frozen')).toHaveAttribute('aria-current', 'step')
    expect(el('way-daily-prize')).toHaveTextContent('待进行')
    expect(document.getElementById(`verify-${DRAW}`)).toBeNull()
    expect(namelessControls()).toEqual([])
  })

  it('once its list is sealed waits for the named round; then leads to what it won', async () => {
    open({ 'lottery/entry': { entry: closed({ prizes: [PRIZE] }), salt: SALT, holder: HOLDER } })
    await waitFor(() => expect(el('way-daily-round')).toHaveAttribute('aria-current', 'step'))
    open(published({ 'lottery/entry': { entry: closed({ prizes: [PRIZE] }), salt: SALT, holder: HOLDER } }))
    await waitFor(() => expect(el('way-daily-prize')).toHaveTextContent('中奖了'))
    await tap(`prize-${PRIZE}`)
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/packages/lottery/prize/index?id=${PRIZE}` })
  })

  it('says plainly that it did not win, and nothing about how near it was', async () => {
    open(published())
    await waitFor(() => expect(el('way-daily-prize')).toHaveTextContent('这次没有中奖'))
  })

  it('tells what was not known when it was entered, and that it was left out', async () => {
    open({
      'lottery/entry': {
        entry: closed({ doubts: ['sector'], excluded: 'splitting' }),
        salt: SALT,
        holder: HOLDER,
      },
    })
    expect(await screen.findByText(/参加的行业/)).toBeInTheDocument()
    expect(el('way-daily-frozen')).toHaveTextContent('没有列入名单')
    expect(document.getElementById(`verify-${DRAW}`)).toBeNull()
  })

  it('another’s, or none, says so', async () => {
    open({ 'lottery/entry': refuse(404, 'NOT_FOUND', '没有找到。') })
    expect(await screen.findByText('没有这次参与')).toBeInTheDocument()
  })
})

describe('“verify my entry”', () => {
  it('recomputes on the phone that it is in the list, at which place, and mine', async () => {
    open(published())
    await tap(`verify-${DRAW}-now`)
    expect(await seen(`verify-${DRAW}-verdict`)).toHaveTextContent('成立：您的发票在名单里')
    expect(el(`verify-${DRAW}-place`)).toHaveTextContent(
      `名单里的第 ${proof.index + 1} 张，共 41 张。公布的文件从 0 数起，写作 ${proof.index}。`,
    )
    expect(el(`own-${DRAW}`).querySelectorAll('.holds')).toHaveLength(5)
  })

  it.each([
    ['another’s entry', 'holder', { 'lottery/entry': { entry: closed(), salt: SALT, holder: 'sj_another' } }],
    ['a salt that is none', 'holder', { 'lottery/entry': { entry: closed(), salt: 'x', holder: HOLDER } }],
  ])('%s does not hold', async (_, code, change) => {
    open(published(change))
    await tap(`verify-${DRAW}-now`)
    expect(await seen(`verify-${DRAW}-verdict`)).toHaveTextContent('有内容不成立')
    expect(el(`own-${DRAW}-${code}`)).toHaveTextContent('不成立')
  })

  it('a proof of another place, and of a list that was changed, does not hold', async () => {
    open(published({ 'lottery/proof': { proof: { ...proof, index: proof.index === 0 ? 1 : 0 } } }))
    await tap(`verify-${DRAW}-now`)
    expect(await seen(`own-${DRAW}-included`)).toHaveTextContent('不成立')
    const freeze = readFileSync(path.join(folder, 'freeze.json'), 'utf8')
    const forged = freeze.replace(
      /"commitment":"[0-9a-f]{64}"/,
      `"commitment":"${toHex(new Uint8Array(32))}"`,
    )
    open(published({ 'lottery/file': pieceOf(folder, { 'freeze.json': Buffer.from(forged) }) }))
    await tap(`verify-${DRAW}-now`)
    expect(await seen(`own-${DRAW}-included`)).toHaveTextContent('不成立')
    expect(el(`own-${DRAW}-holder`)).not.toHaveTextContent('不成立')
  })

  it('says that the list does not have it, where it does not', async () => {
    open(published({ 'lottery/proof': refuse(404, 'NOT_FOUND', '没有找到。') }))
    await tap(`verify-${DRAW}-now`)
    expect(await seen(`verify-${DRAW}-failed`)).toHaveTextContent('名单里没有您的这张发票')
  })

  it('keeps nothing of what shows whose entry it is', async () => {
    open(published())
    await tap(`verify-${DRAW}-now`)
    await seen(`verify-${DRAW}-verdict`)
    const { storage } = await import('../../harness/taro/taro')
    expect(JSON.stringify([...storage.values()])).not.toContain(SALT)
  })
})
