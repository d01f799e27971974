import { fireEvent, screen } from '@testing-library/react'
import PolicyPage from '../../../src/packages/policies/policy'
import { validityOf } from '../../../src/ui/policy-text'
import { refuse } from '../../harness/taro/server'
import Taro from '../../harness/taro/taro'
import { answers, corrected, ID, policyFull, reasons, withdrawn } from './fixtures'
import { eachAlone, el, gone, namelessControls, seen, stageOf, tap } from './stage'

jest.mock('../../../src/client/open-file', () => ({
  openPdf: jest.fn(() => Promise.resolve(true)),
  forgetOpened: jest.fn(),
}))

const onStage = stageOf(answers)
eachAlone()

const open = (change: Readonly<Record<string, unknown>> = {}, staged = {}) =>
  onStage(PolicyPage, { id: ID }, change, staged)

describe('a policy', () => {
  it('says what it is, whom it is for in words, its paragraphs, and its basis', async () => {
    open()
    expect(await seen('policy-facts')).toHaveTextContent('现行有效减税降费小规模纳税人减免增值税')
    expect(el('policy-facts')).toHaveTextContent('文号示例〔2026〕1 号发布机关某市税务局')
    expect(el('policy-audience')).toHaveTextContent('纳税人类型小规模纳税人或个体工商户地区厦门市')
    expect(el('policy-body')).toHaveTextContent('第一段写明条件。第二段写明办法。依据《增值税法》第二十三条')
    expect(el('versions')).toHaveTextContent('第 1 版 · 发布首次发布')
    gone('policy-files')
    gone('corrected')
    gone('withdrawn')
    expect(namelessControls()).toEqual([])
  })

  it('without an audience is for everybody, and without a number says none', async () => {
    open({ 'policies/policy': policyFull({}, { audience: [], number: '' }) })
    expect(await seen('policy-audience')).toHaveTextContent('适用于所有人')
    expect(el('policy-facts')).not.toHaveTextContent('文号')
  })

  it('shows a public file that anybody may open', async () => {
    const file = { fileId: 'fi_1', name: '填报说明.png', type: 'image/png' as const, size: 2_500_000 }
    const { inputs } = open(
      {
        'policies/policy': policyFull({}, { attachments: [file] }),
        'files/open': { type: 'image/png', parts: 1, bytes: 'AAAA' },
      },
      { signedIn: false },
    )
    expect(await seen('file-fi_1')).toHaveTextContent('填报说明.png图片，2.5 MB')
    fireEvent.click(screen.getByRole('button', { name: '查看 填报说明.png' }))
    expect(await screen.findByRole('img', { name: '填报说明.png' })).toBeInTheDocument()
    expect(inputs('files/open')).toEqual([{ fileId: 'fi_1', place: 0 }])
  })

  it('that was corrected says what, and shows what it was before', async () => {
    const { inputs } = open({ 'policies/policy': corrected() })
    expect(await seen('corrected')).toHaveTextContent('改了什么：把期限写成了五月。')
    await tap('version-1')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({
      url: `/packages/policies/policy/index?id=${ID}&version=1`,
    })
    expect(inputs('policies/policy')).toContainEqual({ id: ID })
  })

  it('of an earlier version says so, and leads to what counts', async () => {
    const { inputs } = onStage(PolicyPage, { id: ID, version: '1' }, { 'policies/policy': corrected() })
    expect(await seen('old-version')).toHaveTextContent('这是第 1 版，已经不是现在的内容。')
    expect(el('policy-facts')).toHaveTextContent('旧版本')
    expect(el('policy-facts')).not.toHaveTextContent('现行有效')
    expect(inputs('policies/policy')).toContainEqual({ id: ID, version: 1 })
    await tap('to-now')
    expect(Taro.redirectTo).toHaveBeenLastCalledWith({ url: `/packages/policies/policy/index?id=${ID}` })
  })

  it('that is withdrawn says so before all else, and why, and cannot be followed any more', async () => {
    open({ 'policies/policy': withdrawn() })
    const first = await seen('withdrawn')
    expect(first).toHaveTextContent('这条政策已撤回，请不要再按它办理。原因：依据已经废止。')
    const follows = Node.DOCUMENT_POSITION_FOLLOWING
    expect(first.compareDocumentPosition(el('policy-facts')) & follows).toBe(follows)
    expect(el('policy-facts')).toHaveTextContent('已撤回')
    expect(el('policy-facts')).not.toHaveTextContent('现行有效')
    await seen('reasons')
    gone('follow')
  })

  it.each<Readonly<Record<string, string>>>([{}, { id: 'po_1' }, { id: '../x' }])(
    'of no such id is not asked for: %j',
    async (params) => {
      const { inputs } = onStage(PolicyPage, params)
      expect(await screen.findByText('没有找到这条政策')).toBeInTheDocument()
      expect(inputs('policies/policy')).toEqual([])
    },
  )

  it('that is not there says so; that fails can be tried again', async () => {
    open({ 'policies/policy': refuse(404, 'NOT_FOUND', '没有找到。') })
    expect(await screen.findByText('没有找到这条政策')).toBeInTheDocument()
    open({ 'policies/policy': refuse(403, 'FORBIDDEN', '出错了。') })
    expect(await screen.findByText('再试一次')).toBeInTheDocument()
  })

  it('in Chinese alone says so to a reader of English', async () => {
    open({}, { language: 'en' })
    expect(await screen.findByText('This policy is in Chinese only so far.')).toBeInTheDocument()
    expect(el('policy-facts')).toHaveTextContent('In force')
  })
})

describe('why I am told', () => {
  it('is what I said that it asks for, with the way to change that', async () => {
    open()
    expect(await seen('reasons')).toHaveTextContent('小规模纳税人厦门市')
    await tap('to-profile')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/profile/home/index' })
  })

  it('is that it is for everybody, or that it is not for me', async () => {
    open({ 'policies/reasons': reasons({ everybody: true, reasons: [] }) })
    expect(await screen.findByText('这条政策发给所有人。')).toBeInTheDocument()
    open({ 'policies/reasons': reasons({ reasons: [] }) })
    expect(await screen.findByText(/与这条政策的对象不符/)).toBeInTheDocument()
  })

  it('asks whoever is signed out to sign in, and shows the policy all the same', async () => {
    const { inputs } = open({}, { signedIn: false })
    await tap('why-sign-in')
    expect(Taro.navigateTo.mock.lastCall?.[0]?.url).toContain('/packages/account/signin/index')
    expect(el('policy-body')).toBeInTheDocument()
    expect(inputs('policies/reasons')).toEqual([])
  })

  it('is followed, and no more, each told', async () => {
    const { inputs } = open({
      'policies/follow': ({ on }: { on: boolean }) => ({ following: on }),
    })
    expect(await seen('follow-state')).toHaveTextContent('关注后')
    await tap('follow')
    expect(el('follow-state')).toHaveTextContent('已关注：有更正或撤回会通知您。')
    await tap('follow')
    expect(el('follow-state')).toHaveTextContent('已取消关注。')
    expect(inputs('policies/follow')).toEqual([
      { id: ID, on: true },
      { id: ID, on: false },
    ])
  })

  it('says why following failed, and stays as it was', async () => {
    open({ 'policies/follow': refuse(404, 'NOT_FOUND', '没有了。') })
    await tap('follow')
    expect(await screen.findByText('没有了。')).toBeInTheDocument()
    expect(el('follow')).toHaveTextContent('关注这条政策')
  })
})

test.each([
  ['2026-11-24', null, 'now'],
  ['2026-11-25', '2026-12-01', 'coming'],
  ['2026-11-01', '2026-11-24', 'now'],
  ['2026-11-01', '2026-11-23', 'over'],
] as const)('in force from %s to %s: %s', (effectiveFrom, effectiveTo, validity) => {
  expect(validityOf({ effectiveFrom, effectiveTo }, '2026-11-24')).toBe(validity)
})
