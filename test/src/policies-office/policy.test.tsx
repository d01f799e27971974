import { screen } from '@testing-library/react'
import PolicyPage from '../../../src/packages/policies-office/policy'
import { refuse } from '../../harness/taro/server'
import Taro from '../../harness/taro/taro'
import { eachAlone, el, gone, later, namelessControls, seen, stageOf, tap, type } from '../policies/stage'
import { answers, CHANGED, draft, ID, progress, published, version, written } from './fixtures'

const onStage = stageOf(answers)
eachAlone()

const open = (change: Readonly<Record<string, unknown>> = {}, staged = {}) =>
  onStage(PolicyPage, { id: ID }, change, staged)
const openPublished = (change: Readonly<Record<string, unknown>> = {}) =>
  open({ 'policies/officePolicy': { policy: published() }, ...change })

describe('a draft', () => {
  it('is published by another, who is told how many it reaches', async () => {
    const { inputs } = open({ 'policies/publish': { id: ID, version: 1 } })
    expect(await seen('about')).toHaveTextContent('草稿同事于 11月23日 周一 9:00 最后保存')
    await tap('publish')
    await later(500)
    expect(el('publish-sheet')).toHaveTextContent('发布“小规模纳税人减免增值税”？')
    expect(el('reach')).toHaveTextContent('约 12,345 人')
    expect(inputs('policies/reach')).toEqual([{ hallId: 'east', audience: { kind: ['smallScale'] } }])
    await tap('publish-sheet-confirm')
    expect(inputs('policies/publish')).toEqual([{ id: ID, from: CHANGED }])
    expect(await seen('done')).toHaveTextContent('已发布，正在通知。')
    expect(namelessControls()).toEqual([])
  })

  it('is not published by who saved it last, who is told why and who may', async () => {
    open({ 'policies/officePolicy': { policy: draft({ savedBy: 'me' }) } })
    expect(await seen('needs-another')).toHaveTextContent(
      '最后保存的人不能自己发布。请另一位有发布职责的同事',
    )
    gone('publish')
    expect(el('edit')).toBeInTheDocument()
  })

  it('that was changed meanwhile is read anew before it is published', async () => {
    const { inputs } = open({ 'policies/publish': refuse(409, 'POLICY_CHANGED', '已被改过。') })
    await tap('publish')
    await tap('publish-sheet-confirm')
    expect(await seen('publish-error')).toHaveTextContent('同事刚刚又改过这条政策')
    const before = inputs('policies/officePolicy').length
    await tap('publish-look')
    expect(inputs('policies/officePolicy').length).toBe(before + 1)
  })

  it('that could not be published says why', async () => {
    open({ 'policies/publish': refuse(409, 'FOUR_EYES', '要由另一位来做。') })
    await tap('publish')
    await tap('publish-sheet-confirm')
    expect(await seen('publish-error')).toHaveTextContent('要由另一位来做。')
    expect(el('publish-look')).toBeInTheDocument()
  })

  it('is sent to oneself alone as a test', async () => {
    const { inputs } = open({ 'policies/test': { sent: true } })
    await tap('test')
    expect(inputs('policies/test')).toEqual([{ id: ID }])
    expect(await seen('test-sent')).toHaveTextContent('已试发，请看您的消息。')
    await tap('test-inbox')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/inbox/list/index' })
  })

  it('is seen as its readers see it, in either language', async () => {
    const text = written({
      title: { zh: '中文标题', en: 'An English title' },
      summary: { zh: '中文要点', en: 'In short' },
    })
    open({ 'policies/officePolicy': { policy: draft({ draft: text }) } })
    expect(await seen('preview-text')).toHaveTextContent('中文标题')
    expect(el('preview-text')).toHaveTextContent('适用于纳税人类型小规模纳税人')
    await tap('preview-en')
    expect(el('preview-text')).toHaveTextContent('An English title')
    // What was not written in English is read in Chinese.
    expect(el('preview-text')).toHaveTextContent('第一段写明条件。')
    expect(el('preview-text')).toHaveTextContent('Small-scale VAT payer')
  })

  it('without a word of English says so', async () => {
    open()
    await tap('preview-en')
    expect(document.body).toHaveTextContent('没有写英文，英文读者会看到中文。')
  })
})

describe('what is published', () => {
  it('says how many are told, how many opened it, and for whom it is now', async () => {
    openPublished()
    expect(await seen('progress-1')).toHaveTextContent('第 1 版 · 发布11月23日 周一 9:00已完成已通知1234 人')
    expect(el('readers')).toHaveTextContent('56 人')
    await later(500)
    expect(el('progress')).toHaveTextContent('现在的对象约 12,345 人')
    gone('publish')
    expect(el('correct')).toBeInTheDocument()
  })

  it('is looked at again every three seconds while it is told, and no more when it is done', async () => {
    let running = true
    const { inputs } = openPublished({
      'policies/progress': () =>
        progress({
          versions: [version({ done: !running, partsDone: running ? 1 : 4, told: 100, passed: 3 })],
          readers: { read: 5_000, more: true },
        }),
    })
    await later(100)
    const first = inputs('policies/progress').length
    expect(el('progress-1')).toHaveTextContent('进行中')
    expect(el('progress-1')).toHaveTextContent('名单分 4 段，已完成 1 段')
    expect(el('progress-1')).toHaveTextContent('没有通知3 人')
    expect(el('readers')).toHaveTextContent('5000 人以上')
    await later(3_700)
    expect(inputs('policies/progress').length).toBeGreaterThan(first)
    running = false
    await later(3_700)
    expect(el('progress-1')).not.toHaveTextContent('进行中')
    const last = inputs('policies/progress').length
    await later(10_000)
    expect(inputs('policies/progress').length).toBe(last)
  })

  it('says what came of messages by channel and reason, and how many stopped', async () => {
    openPublished({
      'policies/progress': progress({
        channels: [
          {
            channel: 'wechat',
            sent: 900,
            failed: [
              { why: 'NoGrant', count: 300 },
              { why: 'wx-40037', count: 2 },
            ],
          },
          { channel: 'sms', sent: 7, failed: [] },
        ],
        stopped: { topic: 3, policy: 1 },
      }),
    })
    expect(await seen('sent-wechat')).toHaveTextContent('900 条')
    const card = el('progress')
    expect(card).toHaveTextContent('微信消息没有发：微信次数已用完300 条')
    expect(card).toHaveTextContent('微信消息没有发：代码 wx-400372 条')
    expect(card).toHaveTextContent('手机短信发出7 条')
    expect(el('stops')).toHaveTextContent('4 人')
    expect(card).toHaveTextContent('“税费政策”整个主题 3 人；只这一件 1 人。')
  })

  it('whose telling is not planned yet says so', async () => {
    openPublished({
      'policies/progress': progress({
        versions: [version({ parts: 0, partsDone: 0, told: 0, done: false })],
      }),
    })
    expect(await seen('progress-1')).toHaveTextContent('正在准备名单。')
  })

  it('is corrected in the editor, and the correction is published with what is corrected', async () => {
    openPublished()
    await tap('correct')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({
      url: `/packages/policies-office/edit/index?id=${ID}`,
    })
    const correction = published({
      drafting: true,
      savedBy: 'other',
      draft: written(),
      draftWhy: { zh: '改正了期限。', en: '' },
    })
    openPublished({ 'policies/officePolicy': { policy: correction } })
    expect(await seen('about')).toHaveTextContent('更正说明：改正了期限。')
    gone('correct')
    await tap('publish')
    expect(el('publish-sheet')).toHaveTextContent('更正会通知收到过以前版本的人')
  })

  it('is withdrawn with a reason and a second look', async () => {
    const { inputs } = openPublished({ 'policies/withdraw': { id: ID, version: 2 } })
    await tap('withdraw')
    await tap('withdraw-next')
    expect(el('withdraw-zh-problem')).toHaveTextContent('请填写')
    gone('withdraw-sure')
    await type('withdraw-zh', '错')
    expect(el('withdraw-zh-problem')).toHaveTextContent('至少 2 个字')
    await type('withdraw-zh', '依据已经废止。')
    await tap('withdraw-next')
    expect(el('withdraw-sure')).toHaveTextContent('收到过它的 1234 人')
    expect(el('withdraw-sure')).toHaveTextContent('依据已经废止。')
    expect(inputs('policies/withdraw')).toEqual([])
    await tap('withdraw-sure-confirm')
    expect(inputs('policies/withdraw')).toEqual([{ id: ID, why: { zh: '依据已经废止。', en: '' } }])
    expect(await seen('done')).toHaveTextContent('已撤回')
  })

  it('that is withdrawn can be neither corrected nor withdrawn again', async () => {
    openPublished({ 'policies/officePolicy': { policy: published({ state: 'withdrawn', version: 2 }) } })
    expect(await screen.findByText(/已撤回的政策不能再改/)).toBeInTheDocument()
    gone('withdraw')
    gone('correct')
    await tap('public')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/packages/policies/policy/index?id=${ID}` })
  })
})

it('says that it was saved, that it is not there, and what failed', async () => {
  onStage(
    PolicyPage,
    { id: ID, done: 'saved' },
    { 'policies/officePolicy': { policy: draft({ savedBy: 'me' }) } },
  )
  expect(await seen('done')).toHaveTextContent('已保存。请同事核对后发布')
  onStage(PolicyPage, { id: 'x' })
  expect(await screen.findByText('没有找到')).toBeInTheDocument()
  open({ 'policies/officePolicy': refuse(404, 'NOT_FOUND', '没有。') })
  expect(await screen.findByText('没有找到')).toBeInTheDocument()
  open({ 'policies/officePolicy': refuse(403, 'FORBIDDEN', '出错了。') })
  expect(await screen.findByText('出错了。')).toBeInTheDocument()
  open({}, { language: 'en' })
  expect(await screen.findByText('As its readers see it')).toBeInTheDocument()
})
