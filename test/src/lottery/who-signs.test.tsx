/** The draw page tells who signed, and what became of the parties' secrets, as it is published. */
import { roundFrom } from '../../../functions/lottery/rules/draw/chain'
import DrawPage from '../../../src/packages/lottery/draw'
import { signerOf, toldParties } from '../../../src/packages/lottery/model/who-signs'
import {
  CHAIN,
  NOTARY,
  PARTIES,
  publishDraw,
  REVEALS,
  ROUND,
  ROUND_AT,
  rulesOf,
} from '../../functions/lottery/draw/world'
import { filesOf, pieceOf } from './draw-folder'
import { CAMPAIGN, DRAW, drawRow, notary, RULES_HASH } from './fixtures'
import { el, namelessControls, onStage, seen, standStill } from './stage'

standStill()

const rules = rulesOf({ campaign: CAMPAIGN, campaignRules: RULES_HASH })
const LATER = roundFrom(CHAIN.chain, ROUND_AT + 121 * 60_000)
const afterwards = ROUND_AT + 130 * 60_000
const open = (
  folder: string,
  change: Readonly<Record<string, unknown>> = {},
  language: 'zh-CN' | 'en' = 'zh-CN',
) =>
  onStage(
    DrawPage,
    { id: DRAW },
    {
      'lottery/draw': { draw: drawRow({ state: 'published', files: filesOf(folder), round: ROUND }) },
      'lottery/file': pieceOf(folder),
      ...change,
    },
    { language },
  )
const frozenFiles = (folder: string) =>
  filesOf(folder).filter(({ name }) => name !== 'result.json' && name !== 'beacon.json')
const items = (): (string | null)[] =>
  [...el('parties').querySelectorAll('[role=listitem]')].map((one) => one.textContent)

describe('whose key it is', () => {
  const keys = notary({ publicKey: NOTARY.publicKey })
  const folderOf = async (): Promise<string> => (await publishDraw({ rules })).folder

  it('is told in the server’s words where it is who signs now', async () => {
    open(await folderOf(), { 'lottery/notary': keys })
    expect(await seen('signed-by')).toHaveTextContent(keys.said)
    expect(el('notary')).toHaveTextContent(NOTARY.publicKey)
    expect(namelessControls()).toEqual([])
  })

  it('that is the system’s own from before there was a notary stands for none', async () => {
    open(await folderOf(), { 'lottery/notary': notary({ deploymentKey: NOTARY.publicKey }) })
    expect(await seen('signed-by')).toHaveTextContent('不代表公证人签名')
    open(await folderOf(), { 'lottery/notary': notary({ deploymentKey: NOTARY.publicKey }) }, 'en')
    expect(await seen('signed-by')).toHaveTextContent('does not stand for a notary')
  })

  it('that signs no more is told so', async () => {
    open(await folderOf())
    expect(await seen('signed-by')).toHaveTextContent('现在已不再签名')
  })

  test('a deployment without a notary signs now by its own: the server says so', () => {
    const own = notary({ publicKey: 'dd'.repeat(32), holder: 'deployment' })
    expect(signerOf('dd'.repeat(32), own)).toBe('now')
  })
})

describe('the parties', () => {
  it('are named by the freeze, with when they would be asked', async () => {
    const { folder } = await publishDraw({ rules })
    open(folder, {
      'lottery/draw': { draw: drawRow({ state: 'frozen', files: frozenFiles(folder), round: ROUND }) },
    })
    expect(await seen('parties-lead')).toHaveTextContent(/如果到 .+ 还没有产生，就请各方公开秘密值，.+ 截止/)
    expect(items()).toEqual(PARTIES.map((party) => `${party}已提交承诺`))
  })

  it('were not needed where the round came', async () => {
    open((await publishDraw({ rules })).folder)
    expect(await seen('parties-lead')).toHaveTextContent('没有用到秘密值')
    expect(items()).toEqual(PARTIES.map((party) => `${party}没有用到`))
  })

  it('have revealed where the draw was made by their secrets', async () => {
    open((await publishDraw({ rules }, { reveals: REVEALS, now: afterwards })).folder, {}, 'en')
    expect(await seen('parties-lead')).toHaveTextContent('by the secrets that all parties revealed')
    expect(items()).toEqual(PARTIES.map((party) => `${party}Revealed`))
  })

  it('who were silent are named, and who revealed something else', async () => {
    const [first, , third] = REVEALS
    if (!first || !third) throw new Error('no reveals')
    const reveals = [first, { ...third, secret: '00'.repeat(32) }]
    const given = { reveals, beacon: CHAIN.sign(LATER), now: afterwards }
    open((await publishDraw({ rules }, given)).folder)
    expect(await seen('parties-lead')).toHaveTextContent('不是每一方都公开了秘密值')
    expect(items()).toEqual([`${PARTIES[0]}已公开`, `${PARTIES[1]}没有公开`, `${PARTIES[2]}与承诺不符`])
  })

  it('are none where too few committed: said while the round is waited for, and not afterwards', async () => {
    const { folder } = await publishDraw({ rules: { ...rules, fallback: null } })
    open(folder, {
      'lottery/draw': { draw: drawRow({ state: 'frozen', files: frozenFiles(folder), round: ROUND }) },
    })
    expect(await seen('parties-lead')).toHaveTextContent('就一直等它')
    expect(items()).toEqual([])
    open(folder)
    await seen('facts')
    expect(document.getElementById('parties')).toBeNull()
  })

  test('before anything is frozen there is nothing to tell', () => {
    expect(toldParties({ freeze: undefined, result: undefined })).toBeUndefined()
  })
})
