import { fireEvent, screen, within } from '@testing-library/react'
import { recallOwn } from '../../../src/client/own'
import type { Choice } from '../../../src/client/pick'
import EditPage from '../../../src/packages/policies-office/edit'
import { keptName } from '../../../src/packages/policies-office/model/kept'
import { refuse } from '../../harness/taro/server'
import Taro from '../../harness/taro/taro'
import { eachAlone, el, gone, later, namelessControls, seen, stageOf, tap, type } from '../policies/stage'
import { answers, CHANGED, draft, ID, published, written } from './fixtures'

const mockPicked: { next: Choice } = { next: { kind: 'none' } }
jest.mock('../../../src/client/pick', () => ({
  WAYS: ['file'],
  pickFiles: () => Promise.resolve(mockPicked.next),
}))

const onStage = stageOf(answers)
eachAlone()

const begin = (change: Readonly<Record<string, unknown>> = {}, staged = {}) =>
  onStage(EditPage, { hallId: 'east' }, change, staged)
const edit = (change: Readonly<Record<string, unknown>> = {}, staged = {}) =>
  onStage(EditPage, { id: ID }, change, staged)
const valueOf = (id: string): string => (el(id) as HTMLInputElement).value

/** By the platform's own picker. */
const pickDay = (id: string, day: string): void => {
  const { parentElement: box } = el(id)
  if (!box) throw new Error(`#${id} stands in its picker`)
  fireEvent.change(within(box).getByLabelText('picker'), { target: { value: day } })
}

const SAVED = { 'policies/save': { id: ID, changedAt: CHANGED + 1 } }

const fillIn = async (): Promise<void> => {
  await type('at-title-zh', '  新的 政策 ')
  await type('at-summary-zh', '要点是这样。')
  await type('at-body-0-zh', '第一段。')
  await type('at-basis', '《税收征收管理法》第一条')
}

describe('a new policy', () => {
  it('tells what is wrong when it is to be saved, each a way to its field, and is saved when nothing is', async () => {
    const { inputs } = begin(SAVED)
    expect(await seen('edit-state')).toHaveTextContent('您写的内容已留在这台设备上')
    gone('faults')
    await tap('save')
    expect(el('faults')).toHaveTextContent('有 4 处要改')
    expect(el('at-title-zh-problem')).toHaveTextContent('请填写')
    expect(el('fault-at-basis')).toHaveTextContent('依据：请填写')
    await fillIn()
    gone('faults')
    expect(el('edit-state')).toHaveTextContent('可以保存')
    await tap('save')
    expect(inputs('policies/save')).toEqual([
      {
        hallId: 'east',
        id: null,
        from: null,
        why: null,
        text: {
          title: { zh: '新的 政策', en: '' },
          summary: { zh: '要点是这样。', en: '' },
          body: { zh: ['第一段。'], en: [] },
          number: '',
          issuer: '城东办税服务厅',
          basis: '《税收征收管理法》第一条',
          category: 'relief',
          effectiveFrom: '2026-11-24',
          effectiveTo: null,
          audience: {},
          attachments: [],
        },
      },
    ])
    expect(Taro.redirectTo).toHaveBeenLastCalledWith({
      url: `/packages/policies-office/policy/index?id=${ID}&done=saved`,
    })
    expect(recallOwn(keptName('east', undefined))).toBeUndefined()
    expect(namelessControls()).toEqual([])
  })

  it('tells a field that was left, not yet the others', async () => {
    begin()
    await type('at-title-zh', '短')
    expect(el('at-title-zh-problem')).toHaveTextContent('至少 2 个字')
    gone('at-summary-zh-problem')
    await type('at-title-zh', '长'.repeat(61))
    expect(el('at-title-zh-problem')).toHaveTextContent('超过了，最多 60 个字')
  })

  it('is written paragraph by paragraph', async () => {
    const { inputs } = begin(SAVED)
    await fillIn()
    await tap('add-paragraph')
    await type('at-body-1-zh', '第二段。')
    await tap('add-paragraph')
    await type('at-body-2-zh', '第三段。')
    await tap('remove-paragraph-1')
    // What is empty is not sent.
    await tap('add-paragraph')
    await tap('save')
    expect(inputs('policies/save')[0]).toMatchObject({
      text: { body: { zh: ['第一段。', '第三段。'], en: [] } },
    })
  })

  it('may have English beside it, for every paragraph or for none', async () => {
    const { inputs } = begin(SAVED)
    await fillIn()
    gone('at-title-en')
    await tap('english')
    await type('at-title-en', 'A new policy')
    await type('at-body-0-en', 'First.')
    await tap('add-paragraph')
    await type('at-body-1-zh', '第二段。')
    await tap('save')
    expect(el('at-body-1-en-problem')).toHaveTextContent('正文的英文要么每段都有，要么都不写')
    await type('at-body-1-en', 'Second.')
    await tap('save')
    expect(inputs('policies/save')[0]).toMatchObject({
      text: { title: { zh: '新的 政策', en: 'A new policy' }, body: { en: ['First.', 'Second.'] } },
    })
  })

  it('does not end before it begins', async () => {
    begin()
    await fillIn()
    pickDay('at-effectiveTo', '2026-11-23')
    await tap('save')
    expect(el('at-effectiveTo-problem')).toHaveTextContent('失效日期早于施行日期')
    pickDay('at-effectiveTo', '2026-11-24')
    gone('at-effectiveTo-problem')
    pickDay('at-effectiveFrom', '')
    expect(el('at-effectiveFrom-problem')).toHaveTextContent('请选择日期')
  })

  it('outlives a reload, for its author, until it is thrown away', async () => {
    begin()
    await fillIn()
    begin({}, { again: true })
    expect(await seen('recalled')).toHaveTextContent('这是您上次没有保存的内容。')
    expect(valueOf('at-summary-zh')).toBe('要点是这样。')
    await tap('start-over')
    expect(valueOf('at-summary-zh')).toBe('')
    gone('recalled')
  })
})

describe('whom it is for', () => {
  it('is counted a moment after each change, exactly or about', async () => {
    const { inputs } = begin({
      'policies/reach': ({ audience }: { audience: { kind?: readonly string[] } }) =>
        audience.kind?.length ? { reached: 3, exact: true } : { reached: 98_765, exact: false },
    })
    await seen('part-audience')
    expect(el('part-audience')).toHaveTextContent('所有人')
    await later(500)
    expect(el('reach')).toHaveTextContent('约 98,765 人')
    await tap('for-kind-general')
    await tap('for-kind-smallScale')
    expect(el('reach')).toHaveTextContent('正在数…')
    await later(500)
    expect(el('reach')).toHaveTextContent('3 人')
    // Two quick changes are one question.
    expect(inputs('policies/reach')).toEqual([
      { hallId: 'east', audience: {} },
      { hallId: 'east', audience: { kind: ['smallScale', 'general'] } },
    ])
  })

  it('names industries and regions, whole or in part, each to be taken away', async () => {
    const { inputs } = begin(SAVED)
    await fillIn()
    await tap('choose-industry')
    await tap('pick-industry-open-H')
    await tap('pick-industry-H')
    await tap('pick-industry-62')
    await tap('pick-industry-done')
    expect(el('for-industry')).toHaveTextContent('住宿和餐饮业餐饮业')
    await tap('for-industry-62')
    await tap('choose-region')
    await type('pick-region-search', '厦门')
    await tap('pick-region-3502')
    await tap('pick-region-done')
    await tap('save')
    expect(inputs('policies/save')[0]).toMatchObject({
      text: { audience: { industry: ['H'], region: ['3502'] } },
    })
  })

  it('that could not be counted is counted again', async () => {
    const { answers: table } = begin({ 'policies/reach': refuse(403, 'FORBIDDEN', '数不了。') })
    await seen('reach')
    await later(500)
    expect(el('part-audience')).toHaveTextContent('没有数出来：数不了。')
    table['policies/reach'] = { reached: 7, exact: true }
    await tap('reach-again')
    await later(500)
    expect(el('reach')).toHaveTextContent('7 人')
  })
})

describe('attachments', () => {
  const file = (name: string, size: number, kind = 'application/pdf') => ({
    name,
    type: kind,
    size,
    preview: '',
    read: () => Promise.resolve('AAAA'),
  })
  const upload = { fileId: 'fi_1', parts: 1, missing: [0], partBytes: 3, done: false }
  const WHOLE = {
    'files/start': { upload },
    'files/put': { upload: { ...upload, missing: [] } },
    'files/finish': { file: {} },
  }

  it('are sent as they are chosen, kept with the draft, and can be taken away', async () => {
    mockPicked.next = { kind: 'files', files: [file('说明.pdf', 3)] }
    const { inputs } = begin({ ...SAVED, ...WHOLE })
    await fillIn()
    await tap('add-file')
    await later(50)
    expect(await seen('file-fi_1')).toHaveTextContent('说明.pdf已上传')
    expect(inputs('files/start')).toEqual([
      { purpose: 'policies.attachment', type: 'application/pdf', size: 3 },
    ])
    await tap('save')
    expect(inputs('policies/save')[0]).toMatchObject({
      text: { attachments: [{ fileId: 'fi_1', name: '说明.pdf' }] },
    })
    await tap('file-fi_1-remove')
    gone('file-fi_1')
  })

  it('that are no file for it are told before anything is sent', async () => {
    mockPicked.next = {
      kind: 'files',
      files: [file('表.xlsx', 3, 'application/x'), file('大.pdf', 11_000_000)],
    }
    const { inputs } = begin()
    await tap('add-file')
    expect(await seen('sending-file-1')).toHaveTextContent('只收 PDF、JPEG 或 PNG')
    expect(el('sending-file-2')).toHaveTextContent('超过 10 MB')
    expect(inputs('files/start')).toEqual([])
    await tap('sending-file-1-remove')
    gone('sending-file-1')
  })

  it('that broke off can be gone on with; a refused permission says so', async () => {
    mockPicked.next = { kind: 'files', files: [file('说明.pdf', 3)] }
    const { answers: table } = begin({ 'files/start': refuse(403, 'FORBIDDEN', '不行。') })
    await tap('add-file')
    await later(50)
    expect(await seen('sending-file-1')).toHaveTextContent('没有传完')
    Object.assign(table, WHOLE)
    await tap('sending-file-1-again')
    await later(50)
    expect(await seen('file-fi_1')).toBeInTheDocument()
    mockPicked.next = { kind: 'refused' }
    await tap('add-file')
    expect(await screen.findByText(/没有得到相册或文件的许可/)).toBeInTheDocument()
  })
})

describe('a draft that is there', () => {
  it('is gone on with from what was saved', async () => {
    const { inputs } = edit(SAVED)
    expect(await seen('part-text')).toBeInTheDocument()
    expect(valueOf('at-title-zh')).toBe('小规模纳税人减免增值税')
    expect(valueOf('at-body-1-zh')).toBe('第二段写明办法。')
    await tap('save')
    expect(inputs('policies/save')[0]).toMatchObject({ hallId: 'east', id: ID, from: CHANGED, why: null })
  })

  it('of somebody who was quicker is not written over without being asked', async () => {
    const { inputs, answers: table } = edit({
      'policies/save': refuse(409, 'POLICY_CHANGED', '已被改过。'),
    })
    await type('at-summary-zh', '我写的。')
    await tap('save')
    expect(await seen('changed')).toHaveTextContent('同事又保存过这条政策')
    await tap('changed-theirs')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({
      url: `/packages/policies-office/policy/index?id=${ID}`,
    })
    Object.assign(table, SAVED, {
      'policies/officePolicy': { policy: draft({ changedAt: CHANGED + 9 }) },
    })
    await tap('changed-mine')
    gone('changed')
    expect(valueOf('at-summary-zh')).toBe('我写的。')
    await tap('save')
    expect(inputs('policies/save')[1]).toMatchObject({
      from: CHANGED + 9,
      text: { summary: { zh: '我写的。', en: '' } },
    })
  })

  it('that could not be saved says why, and loses nothing', async () => {
    edit({ 'policies/save': refuse(409, 'POLICY_STATE', '现在不能这样操作。') })
    await type('at-summary-zh', '我写的。')
    await tap('save')
    expect(await seen('save-error')).toHaveTextContent('没有保存：现在不能这样操作。')
    expect(document.body).toHaveTextContent('您写的内容还在这台设备上。')
  })
})

describe('a correction', () => {
  const correct = (change: Readonly<Record<string, unknown>> = {}) =>
    edit({ 'policies/officePolicy': { policy: published() }, ...change })

  it('begins with what is published, and says what it corrects', async () => {
    const { inputs } = correct(SAVED)
    expect(await seen('part-why')).toHaveTextContent('更正说明')
    await tap('save')
    expect(el('at-why-zh-problem')).toHaveTextContent('请填写')
    await type('at-why-zh', '期限写错了。')
    await tap('save')
    expect(inputs('policies/save')[0]).toMatchObject({ id: ID, why: { zh: '期限写错了。', en: '' } })
  })

  it('is not made of what is withdrawn', async () => {
    correct({ 'policies/officePolicy': { policy: published({ state: 'withdrawn' }) } })
    expect(await screen.findByText('没有找到')).toBeInTheDocument()
  })
})

it('is nobody’s without the duty, and of no other hall', async () => {
  begin({ 'policies/office': { halls: [] } })
  expect(await screen.findByText('您的账户没有发布政策的职责')).toBeInTheDocument()
  onStage(EditPage, { hallId: 'west' })
  expect(await screen.findByText('没有找到')).toBeInTheDocument()
  edit({ 'policies/officePolicy': refuse(403, 'FORBIDDEN', '出错了。') })
  expect(await screen.findByText('出错了。')).toBeInTheDocument()
})

it('speaks English, and does not fold away English that was written', async () => {
  const text = written({ title: { zh: '标题', en: 'Title' } })
  edit({ 'policies/officePolicy': { policy: draft({ draft: text }) } }, { language: 'en' })
  expect(await seen('at-title-en')).toHaveAttribute('aria-label', 'Title (English)')
})
