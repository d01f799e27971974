import { act, fireEvent, render, waitFor } from '@testing-library/react'
import { beginSession } from '../../../src/client/session'
import LookPage from '../../../src/packages/invoices/look'
import { NO_NETWORK, refuse } from '../../harness/taro/server'
import Taro from '../../harness/taro/taro'
import { facts } from './fixtures'
import { el, fill, namelessControls, onStage, seen, standStill, tap } from './stage'

standStill()

const valueIn = (id: string): string => (el(id) as HTMLInputElement).value
const faultAt = (field: string): string | undefined =>
  document.getElementById(`entry-${field}-problem`)?.textContent ?? undefined
const asked = (): readonly string[] =>
  ['kind', 'code', 'number', 'issuedOn', 'amount', 'checkCode'].filter((field) =>
    document.getElementById(`entry-${field}`),
  )

const typing = { params: { begin: 'type' } }
const typeAll = async (change: Readonly<Record<string, string>> = {}): Promise<void> => {
  await tap('entry-kind-32')
  await fill('entry-number', change['number'] ?? '26427000000375586818')
  await fill('entry-issuedOn', change['issuedOn'] ?? '2026-04-30')
  await fill('entry-amount', change['amount'] ?? '10.70')
}

describe('typing an invoice', () => {
  it('asks of each kind what its check needs, and nothing more', async () => {
    onStage(LookPage, typing)
    expect(asked()).toEqual(['kind', 'number', 'issuedOn', 'amount'])
    await tap('entry-kind-10')
    expect(asked()).toEqual(['kind', 'code', 'number', 'issuedOn', 'amount', 'checkCode'])
    expect(el('look')).toHaveTextContent('金额（不含税金额，元）')
    await tap('entry-kind-31')
    expect(asked()).toEqual(['kind', 'number', 'issuedOn', 'amount'])
    expect(el('look')).toHaveTextContent('金额（价税合计，元）')
    await tap('entry-kind-other')
    expect(el('entry-kind-list')).toBeInTheDocument()
    expect(namelessControls()).toEqual([])
  })

  it('tells a slip at its field once that is left, letters at once, and nothing of what is not touched', async () => {
    onStage(LookPage, typing)
    await tap('entry-kind-32')
    act(() => void fireEvent.change(el('entry-number'), { target: { value: '2642' } }))
    expect(faultAt('number')).toBeUndefined()
    act(() => void fireEvent.blur(el('entry-number')))
    expect(faultAt('number')).toBe('应为 20 位')
    act(() => void fireEvent.change(el('entry-number'), { target: { value: '2642x' } }))
    expect(faultAt('number')).toBe('只能是数字')
    expect(faultAt('amount')).toBeUndefined()
  })

  it('tells everything that is wrong at once on going on, each a way to its field', async () => {
    onStage(LookPage, typing)
    await tap('entry-look')
    const faults = await seen('entry-faults')
    for (const words of ['请选择发票种类', '请填写发票号码', '请填写开票日期', '请填写金额'])
      expect(faults).toHaveTextContent(words)
    expect(document.getElementById('facts')).toBeNull()
    await tap('entry-faults-entry-number')
    expect(Taro.pageScrollTo).toHaveBeenLastCalledWith(
      expect.objectContaining({ selector: '#entry-number' }) as object,
    )
    await typeAll()
    expect(document.getElementById('entry-faults')).toBeNull()
  })

  it('takes spaces, full-width figures and the sign of yuan as people type them', async () => {
    onStage(LookPage, typing)
    await typeAll({ number: '2642 7000 0003 7558 6818', amount: '￥１０．７０' })
    await tap('entry-look')
    expect(await seen('facts-number')).toHaveTextContent('2642 7000 0003 7558 6818')
    expect(el('facts-amount')).toHaveTextContent('10.70 元')
  })

  it('keeps what was typed when the page is left, for the same person alone', async () => {
    const { unmount } = onStage(LookPage, typing)
    await fill('entry-number', '26427000')
    unmount()
    const again = render(<LookPage />)
    expect(valueIn('entry-number')).toBe('26427000')
    again.unmount()
    act(() => beginSession({ token: 'another', accountId: 'another' }))
    render(<LookPage />)
    expect(valueIn('entry-number')).toBe('')
  })

  it('is told of what is written wrong though every field could be read', async () => {
    onStage(LookPage, typing)
    await typeAll({ issuedOn: '2025-04-30' })
    await tap('entry-look')
    expect(await seen('findings-year')).toHaveTextContent('不符合')
    expect(el('offline')).toHaveTextContent('有 1 项不符合')
  })
})

interface Bits {
  readonly name: string
  readonly type: string
}

describe('from a PDF', () => {
  const read = {
    kind: '32',
    code: null,
    number: facts.number,
    issuedOn: '2026-04-30',
    amount: 1_070,
    checkCode: null,
    sellerName: '示范市城东家常菜餐饮店',
    category: 'dining',
    unsure: ['amount'],
  }
  const upload = { fileId: 'fi_1', parts: 1, partBytes: 600_000, missing: [0], done: false }
  const sent = {
    'files/start': { upload },
    'files/put': { upload: { ...upload, missing: [], done: false } },
    'files/finish': { upload: { ...upload, missing: [], done: true } },
    'files/state': { upload },
    'invoices/readPdf': read,
  }
  const choosing = ({ name, type }: Bits): void => {
    Object.assign(Taro, {
      chooseMessageFile: jest.fn(async () => ({
        tempFiles: [{ path: `/tmp/${name}`, size: 1_000, name, type }],
      })),
      getFileSystemManager: () => ({
        readFile: ({ success }: { success: (read: { data: string }) => void }) =>
          success({ data: 'JVBERg==' }),
      }),
    })
  }
  const fromPdf = (change: Readonly<Record<string, unknown>> = {}) =>
    onStage(LookPage, { params: { begin: 'pdf' }, change: { ...sent, ...change } })

  it('is sent, read, filled in with the unsure fields marked, and kept with the file', async () => {
    choosing({ name: '发票.pdf', type: 'application/pdf' })
    const { inputs, asked: all } = fromPdf()
    await tap('pdf-choose')
    await waitFor(() => expect(valueIn('entry-number')).toBe(facts.number))
    expect(all.find(({ procedure }) => procedure === 'files/start')?.input).toMatchObject({
      purpose: 'invoices.file',
      type: 'application/pdf',
    })
    expect(faultAt('amount')).toBe('读得不太确定，请对照票面')
    expect(faultAt('number')).toBeUndefined()
    await fill('entry-amount', '10.71')
    expect(faultAt('amount')).toBeUndefined()
    await tap('entry-look')
    expect(await seen('facts')).toHaveTextContent('示范市城东家常菜餐饮店')
    expect(el('category-dining')).toHaveAttribute('aria-checked', 'true')
    await tap('keep')
    await seen('kept')
    expect(inputs('keep')).toEqual([
      { facts: { ...facts, amount: 1_071 }, source: 'pdf', category: 'dining', note: '', fileId: 'fi_1' },
    ])
  })

  it('asks for what was not found in it', async () => {
    choosing({ name: '发票.pdf', type: 'application/pdf' })
    fromPdf({ 'invoices/readPdf': { ...read, amount: null } })
    await tap('pdf-choose')
    await waitFor(() => expect(faultAt('amount')).toBe('没有读到，请填写'))
    await tap('entry-look')
    expect(await seen('entry-faults')).toHaveTextContent('请填写金额')
  })

  it('without text is told; it can be typed, and the file is kept with it', async () => {
    choosing({ name: '扫描件.pdf', type: 'application/pdf' })
    const { inputs } = fromPdf({ 'invoices/readPdf': refuse(422, 'PDF_UNREADABLE', '没有读到。') })
    await tap('pdf-choose')
    expect(await seen('pdf-problem')).toHaveTextContent('多半是一张图片')
    await tap('pdf-type')
    await typeAll()
    await tap('entry-look')
    await tap('keep')
    await seen('kept')
    expect(inputs('keep')).toMatchObject([{ fileId: 'fi_1', source: 'pdf' }])
  })

  it('of another kind of file is told before anything is sent', async () => {
    choosing({ name: '发票.docx', type: '' })
    const { asked: all } = fromPdf()
    await tap('pdf-choose')
    await waitFor(() => expect(el('pdf-file')).toHaveTextContent('这不是 PDF 文件'))
    expect(all.some(({ procedure }) => procedure.startsWith('files/'))).toBe(false)
  })

  it('that did not get through is gone on with where it broke off', async () => {
    choosing({ name: '发票.pdf', type: 'application/pdf' })
    const { answers } = fromPdf({ 'files/put': refuse(403, 'FORBIDDEN', '不行。') })
    await tap('pdf-choose')
    await waitFor(() => expect(el('pdf-file')).toHaveTextContent('没有成功'))
    answers['files/put'] = sent['files/put']
    await tap('pdf-again')
    await waitFor(() => expect(valueIn('entry-number')).toBe(facts.number))
  })

  it('asks to sign in first', () => {
    const { asked: all } = onStage(LookPage, { params: { begin: 'pdf' }, signedIn: false })
    expect(el('signed-out')).toHaveTextContent('登录后可以导入 PDF')
    expect(all).toEqual([])
  })

  it('says that no file could be chosen', async () => {
    Object.assign(Taro, {
      chooseMessageFile: jest.fn(async () => Promise.reject({ errMsg: 'fail auth deny' })),
    })
    fromPdf({ 'files/start': NO_NETWORK })
    await tap('pdf-choose')
    expect(await seen('pdf-problem')).toHaveTextContent('没有选到文件')
  })
})
