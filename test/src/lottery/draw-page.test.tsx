import { readFileSync } from 'node:fs'
import path from 'node:path'
import { act, screen, waitFor } from '@testing-library/react'
import type { Result } from '../../../functions/lottery/rules/draw/documents'
import DrawPage from '../../../src/packages/lottery/draw'
import { saveBytes as saveOnWeb } from '../../../src/packages/lottery/parts/save-bytes.h5'
import { NO_NETWORK, refuse } from '../../harness/taro/server'
import Taro, { fireHook } from '../../harness/taro/taro'
import { copyOf, publishDraw, rulesOf, ROUND } from '../../functions/lottery/draw/world'
import { CAMPAIGN, campaignFull, campaignRow, DRAW, drawRow, RULES_HASH } from './fixtures'
import { filesOf, pieceOf } from './draw-folder'
import { el, namelessControls, onStage, seen, standStill, tap } from './stage'

standStill()
let folder = ''
let result: Result
beforeAll(async () => {
  const rules = rulesOf({
    campaign: CAMPAIGN,
    campaignRules: RULES_HASH,
    tiers: [
      { tier: 'first', places: 1, prize: 80_000 },
      { tier: 'lucky', places: 40, prize: 20_000 },
    ],
    fallback: null,
  })
  // A reviewer's, a rule of the campaign, and two that this version has no words for.
  const exclusions = ['perDay', 'redLetter', 'someday', 'split'].map((reason) => ({ reason, entries: 2 }))
  ;({ folder, result } = await publishDraw({ rules, exclusions }))
}, 30_000)

const row = (change = {}) => drawRow({ state: 'published', files: filesOf(folder), round: ROUND, ...change })
const open = (change: Readonly<Record<string, unknown>> = {}) =>
  onStage(
    DrawPage,
    { id: DRAW },
    {
      'lottery/draw': { draw: row() },
      'lottery/file': pieceOf(folder),
      ...change,
    },
  )
/** Published files of which some were changed afterwards. */
const changed = (name: string, change: (text: string) => string) => ({
  'lottery/draw': { draw: row() },
  'lottery/file': pieceOf(folder, {
    [name]: Buffer.from(change(readFileSync(path.join(folder, name), 'utf8'))),
  }),
})
const lines = (state: string) => [...el('whole').querySelectorAll(`.${state}`)].map(({ id }) => id)
const verified = async (): Promise<HTMLElement> => {
  await tap('verify-whole')
  return waitFor(() => el('whole-verdict'), { timeout: 20_000 })
}

describe('while it runs', () => {
  it('counts down to the named round, says what comes next, and looks again when it is there', async () => {
    const { answers, inputs } = open({ 'lottery/draw': { draw: drawRow({ state: 'freezing' }) } })
    expect(await seen('draw-state')).toHaveTextContent('正在封存')
    expect(el('round-left')).toHaveTextContent('第 1000 轮随机数还有 10:00')
    expect(document.getElementById('facts')).toBeNull()
    const before = inputs('lottery/draw').length
    answers['lottery/draw'] = { draw: drawRow({ state: 'drawn' }) }
    await act(async () => {
      await jest.advanceTimersByTimeAsync(10 * 60_000 + 1000)
    })
    expect(inputs('lottery/draw').length).toBeGreaterThan(before)
    await waitFor(() => expect(el('draw-state')).toHaveTextContent('中奖结果已经算出'))
    expect(document.getElementById('round-left')).toBeNull()
  })

  it('more than an hour is told in hours', async () => {
    const draw = drawRow({ state: 'freezing', roundAt: drawRow().roundAt + 7_230_000 })
    open({ 'lottery/draw': { draw } })
    expect(await seen('round-left')).toHaveTextContent('2 小时 10 分钟')
  })

  it('a period that nobody entered says so', async () => {
    open({ 'lottery/draw': { draw: drawRow({ state: 'empty', count: 0, fen: 0 }) } })
    expect(await seen('draw-next')).toHaveTextContent('奖金留在奖池')
  })
})

describe('what is published', () => {
  it('who won by place and tier, no names; long lists open piece by piece', async () => {
    open()
    const first = await seen('won-first')
    expect(first).toHaveTextContent('一等奖 × 1')
    expect(first).toHaveTextContent('800.00 元')
    expect(first).toHaveTextContent(`第 ${(result.tiers[0]?.winners[0] ?? -2) + 1} 张`)
    const many = () => el('won-lucky').querySelectorAll('.lt-place')
    expect(many()).toHaveLength(30)
    await tap('won-lucky-more')
    expect(many()).toHaveLength(40)
  })

  it('commitment, count, exclusions by reason, round and chain; a test chain is told loudly', async () => {
    open()
    const facts = await seen('facts')
    for (const words of ['208 张', '200 张', `第 ${ROUND} 轮`]) expect(facts).toHaveTextContent(words)
    expect([...el('exclusions').querySelectorAll('[role=listitem]')].map((one) => one.textContent)).toEqual([
      '每人每天最多 3 张：2 张',
      '其他原因：4 张',
      '不合理拆分或合并开票：2 张',
    ])
    expect(el('campaign-rules')).toHaveTextContent(RULES_HASH)
    expect(el('commitment').textContent).toMatch(/^[0-9a-f]{64}$/)
    expect(el('test-chain')).toHaveAttribute('role', 'alert')
    expect(el('test-chain')).toHaveTextContent('演练：使用的是测试随机源')
    expect(namelessControls()).toEqual([])
  })

  it('people count from 1, files from 0, and both is said where both are seen', async () => {
    open()
    expect(await seen('winners')).toHaveTextContent('从 1 数起')
    expect(el('stand-alone')).toHaveTextContent('这里的第 1 张，在那里写作 0')
  })

  it('tells how to verify without this program', async () => {
    open()
    expect(await seen('stand-alone')).toHaveTextContent(`node verify-draw.mjs ${DRAW}`)
    expect(el('stand-alone')).toHaveTextContent('entries.bin12,800 字节')
  })

  it('can be shared, and one that there is not says so', async () => {
    open()
    await seen('facts')
    expect(fireHook('shareAppMessage')).toContainEqual(
      expect.objectContaining({ path: `/packages/lottery/draw/index?id=${DRAW}` }),
    )
    open({ 'lottery/draw': refuse(404, 'NOT_FOUND', '没有找到。') })
    expect(await screen.findByText('没有这一期开奖')).toBeInTheDocument()
  })
})

describe('“verify the whole draw on this phone”', () => {
  it('recomputes everything line by line; of a test chain it is a rehearsal all the same', async () => {
    open()
    expect(await verified()).toHaveTextContent('逐项成立，但这是演练')
    expect(lines('fails')).toEqual([])
    const codes = lines('holds').map((id) => id.replace(/^whole-(\d+-)?/, ''))
    for (const code of ['root', 'commitment', 'randomness', 'seed', 'winners', 'campaign-rules'])
      expect(codes).toContain(code)
    expect(lines('note').some((id) => id.endsWith('-chain'))).toBe(true)
  }, 30_000)

  it('a winner that was changed does not hold', async () => {
    const winner = String(result.tiers[0]?.winners[0])
    open(
      changed('result.json', (text) =>
        text.replace(`"winners":[${winner}]`, `"winners":[${Number(winner) + 1}]`),
      ),
    )
    expect(await verified()).toHaveTextContent('有内容不成立')
    expect(lines('fails').some((id) => id.endsWith('-winners'))).toBe(true)
  }, 30_000)

  it('a list that was changed does not hold', async () => {
    const entries = readFileSync(path.join(copyOf(folder), 'entries.bin'))
    entries[100] = (entries[100] ?? 0) ^ 1
    open({ 'lottery/file': pieceOf(folder, { 'entries.bin': entries }) })
    expect(await verified()).toHaveTextContent('有内容不成立')
    expect(lines('fails').some((id) => id.endsWith('-root'))).toBe(true)
  }, 30_000)

  it('rules that are not the campaign’s as published do not hold', async () => {
    open({
      'lottery/campaign': campaignFull({
        rules: campaignFull().rules.replace('"perDay"', '"perDay" '),
        campaign: campaignRow(),
      }),
    })
    expect(await verified()).toHaveTextContent('有内容不成立')
    expect(lines('fails')).toEqual(['whole-campaign-rules'])
  }, 30_000)

  it('says when the files did not come, and begins anew', async () => {
    const { answers } = open()
    await seen('verify-whole')
    answers['lottery/file'] = NO_NETWORK
    await tap('verify-whole')
    await waitFor(() => expect(el('whole-failed')).toBeInTheDocument(), { timeout: 20_000 })
    answers['lottery/file'] = pieceOf(folder)
    expect(await verified()).toHaveTextContent('逐项成立')
    expect(document.getElementById('whole-failed')).toBeNull()
  }, 40_000)

  it('a phone that cannot is told why, and what it can do', async () => {
    const whole = Object.getOwnPropertyDescriptor(globalThis, 'BigInt')
    Object.defineProperty(globalThis, 'BigInt', { configurable: true, value: undefined })
    try {
      open()
      expect(await seen('cannot-verify')).toHaveTextContent('iOS 需要 14')
      expect(document.getElementById('verify-whole')).toBeNull()
    } finally {
      if (whole) Object.defineProperty(globalThis, 'BigInt', whole)
    }
  })

  it('a list too large for a phone is left to the stand-alone program', async () => {
    const files = filesOf(folder).map((file) =>
      file.name === 'entries.bin' ? { ...file, size: 2 ** 25 } : file,
    )
    open({ 'lottery/draw': { draw: row({ files }) } })
    expect(await seen('too-large')).toHaveTextContent('独立程序')
  })
})

describe('files to take away', () => {
  const device = (
    writeFile: (wish: { data: ArrayBuffer; success: () => void; fail: (said: object) => void }) => void,
  ) =>
    Object.assign(Taro, {
      env: { USER_DATA_PATH: '/user' },
      getFileSystemManager: () => ({ writeFile }),
      shareFileMessage: jest.fn(() => Promise.resolve()),
    })

  it('is fetched whole and handed on under its name', async () => {
    const written: Buffer[] = []
    device(({ data, success }) => {
      written.push(Buffer.from(data))
      success()
    })
    open()
    await tap('file-entries.bin')
    expect(await seen('file-told')).toHaveTextContent('已交给您保存：entries.bin')
    expect(written).toEqual([readFileSync(path.join(folder, 'entries.bin'))])
    expect(Taro).toHaveProperty('shareFileMessage.mock.calls', [
      [{ filePath: '/user/published-file', fileName: 'entries.bin' }],
    ])
  })

  it('says so where the device is full', async () => {
    device(({ fail }) => fail({ errMsg: 'the maximum size of the file storage limit is exceeded' }))
    open()
    await tap('file-freeze.json')
    expect(await seen('file-told')).toHaveTextContent('没能保存 freeze.json')
  })

  it('is a download on the web', async () => {
    const clicked: string[] = []
    const made = jest
      .spyOn(document, 'createElement')
      .mockImplementationOnce(() => ({ click: () => clicked.push('clicked') }) as unknown as HTMLElement)
    Object.assign(URL, { createObjectURL: () => 'blob:1', revokeObjectURL: () => undefined })
    expect(await saveOnWeb({ name: 'freeze.json', bytes: new Uint8Array(3) })).toBe('saved')
    expect(clicked).toEqual(['clicked'])
    expect(made.mock.results[0]?.value).toMatchObject({ download: 'freeze.json', href: 'blob:1' })
    Object.assign(URL, {
      createObjectURL: () => {
        throw new Error('no')
      },
    })
    expect(await saveOnWeb({ name: 'freeze.json', bytes: new Uint8Array(3) })).toBe('not')
  })
})
