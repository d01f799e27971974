/** The photo or PDF of an invoice: kept with it from the scan, seen on its page, replaced, and deleted in words. */
import { fireEvent, waitFor } from '@testing-library/react'
import type { Picked } from '../../../src/client/upload'
import InvoicePage from '../../../src/packages/invoices/invoice'
import LookPage from '../../../src/packages/invoices/look'
import { NO_NETWORK, refuse } from '../../harness/taro/server'
import Taro from '../../harness/taro/taro'
import { CODE, facts, genuine, INVOICE, invoice, NOW } from './fixtures'
import { el, namelessControls, onStage, seen, standStill, tap } from './stage'

standStill()

const photo = (change: Partial<Picked> = {}): Picked => ({
  type: 'image/jpeg',
  size: 1_000,
  preview: 'blob:photo',
  read: () => Promise.resolve('/9j/'),
  ...change,
})
const upload = { fileId: 'fi_1', parts: 1, partBytes: 600_000, missing: [0], done: false }
const sent = {
  'files/start': { upload },
  'files/put': { upload: { ...upload, missing: [], done: false } },
  'files/finish': { upload: { ...upload, missing: [], done: true } },
  'files/state': { upload },
}
/** The camera of a phone gives this. */
const camera = (): void => {
  Object.assign(Taro, {
    chooseMedia: jest.fn(async () => ({ tempFiles: [{ tempFilePath: '/tmp/a.jpg', size: 1_000 }] })),
    getFileSystemManager: () => ({
      readFile: ({ success }: { success: (read: { data: string }) => void }) => success({ data: '/9j/' }),
      unlink: () => undefined,
    }),
  })
}

describe('on the way into the wallet', () => {
  const scannedPhoto = (change: Readonly<Record<string, unknown>> = {}, chosen = photo()) =>
    onStage(LookPage, { hand: { by: 'code', text: CODE, photo: chosen }, change: { ...sent, ...change } })
  const begun = (asked: readonly { readonly procedure: string }[]): boolean =>
    asked.some(({ procedure }) => procedure.startsWith('files/'))

  it('the photo that was scanned goes with the invoice, and is sent no sooner', async () => {
    const { asked, inputs } = scannedPhoto()
    expect(await seen('picked')).toHaveTextContent('随发票一起放入票夹')
    expect(el('picked').querySelector('img')).toHaveAttribute('src', 'blob:photo')
    expect(begun(asked)).toBe(false)
    expect(namelessControls()).toEqual([])
    await tap('keep')
    await seen('kept')
    expect(asked.find(({ procedure }) => procedure === 'files/start')?.input).toEqual({
      purpose: 'invoices.file',
      type: 'image/jpeg',
      size: 1_000,
    })
    expect(inputs('keep')).toMatchObject([{ facts, fileId: 'fi_1' }])
  })

  it('it can be left out: nothing of it is sent', async () => {
    const { asked, inputs } = scannedPhoto()
    await seen('picked')
    await tap('with-not')
    await tap('keep')
    await seen('kept')
    expect(begun(asked)).toBe(false)
    expect(inputs('keep')[0]).not.toHaveProperty('fileId')
  })

  it('one that does not get through is told at its row; keeping again goes on with it', async () => {
    const { answers, inputs } = scannedPhoto({ 'files/put': refuse(403, 'FORBIDDEN', '不行。') })
    await seen('picked')
    await tap('keep')
    await waitFor(() => expect(el('picked')).toHaveTextContent('没有传完'))
    expect(inputs('keep')).toEqual([])
    answers['files/put'] = sent['files/put']
    await tap('keep')
    await seen('kept')
    expect(inputs('keep')).toMatchObject([{ fileId: 'fi_1' }])
  })

  it('one that is too large is told before anything is sent', async () => {
    const { asked, inputs } = scannedPhoto({}, photo({ size: 11 * 1024 * 1024 }))
    await seen('picked')
    await tap('keep')
    expect(el('picked')).toHaveTextContent('超过 10 MB')
    expect(begun(asked)).toBe(false)
    expect(inputs('keep')).toEqual([])
  })

  it('where the camera gave a code alone, a photo can be taken for it', async () => {
    camera()
    const { inputs } = onStage(LookPage, { hand: { by: 'code', text: CODE }, change: sent })
    await seen('add-photo')
    await tap('add-photo')
    await seen('picked')
    await tap('keep')
    await seen('kept')
    expect(inputs('keep')).toMatchObject([{ fileId: 'fi_1' }])
  })

  it('is kept through putting right what was read', async () => {
    const { inputs } = scannedPhoto()
    await seen('picked')
    await tap('edit')
    await tap('entry-look')
    expect(await seen('picked')).toBeInTheDocument()
    await tap('keep')
    await seen('kept')
    expect(inputs('keep')).toMatchObject([{ fileId: 'fi_1', source: 'typed' }])
  })
})

describe('on the invoice’s page', () => {
  const kept = { type: 'image/png', size: 300_000, at: NOW }
  const opened = (change: Readonly<Record<string, unknown>> = {}) =>
    onStage(InvoicePage, {
      params: { id: INVOICE },
      change: {
        ...sent,
        'invoices/get': { invoice: invoice({ fileId: 'fi_0' }), known: genuine, file: kept },
        'invoices/file': { type: 'image/png', parts: 1, bytes: 'iVBORw==' },
        'invoices/setFile': { invoice: invoice({ fileId: 'fi_1' }), file: kept },
        ...change,
      },
    })

  // What was opened is let go again when the page is left.
  beforeEach(() =>
    Object.assign(Taro, {
      env: { USER_DATA_PATH: '/user' },
      getFileSystemManager: () => ({ unlink: () => undefined }),
    }),
  )
  const look = (): void => {
    fireEvent.click(el('file').querySelector('[role=button]') ?? document.body)
  }

  it('a photo is seen at once, and large when it is tapped', async () => {
    const { inputs } = opened()
    expect(await seen('file')).toHaveTextContent('300 KB · 2026年11月24日')
    await waitFor(() =>
      expect(el('file').querySelector('img')).toHaveAttribute('src', 'data:image/png;base64,iVBORw=='),
    )
    expect(namelessControls()).toEqual([])
    look()
    expect((await seen('material-look')).querySelector('.sb-photo-large')).toHaveAttribute(
      'src',
      'data:image/png;base64,iVBORw==',
    )
    expect(inputs('file')).toEqual([{ id: INVOICE, place: 0 }])
  })

  it('a PDF is fetched when it is looked at, and no sooner', async () => {
    const { inputs } = opened({
      'invoices/get': {
        invoice: invoice({ fileId: 'fi_0', source: 'pdf' }),
        known: genuine,
        file: { ...kept, type: 'application/pdf' },
      },
      'invoices/file': { type: 'application/pdf', parts: 1, bytes: 'JVBERg==' },
    })
    expect(await seen('file')).toHaveTextContent('PDF 文件')
    expect(inputs('file')).toEqual([])
    look()
    expect(await seen('material-open')).toBeInTheDocument()
    expect(inputs('file')).toEqual([{ id: INVOICE, place: 0 }])
  })

  it('one that cannot be fetched is paper, not a grey that never ends', async () => {
    opened({ 'invoices/file': NO_NETWORK })
    await seen('file')
    await waitFor(() => expect(el('file').querySelector('.sb-file-paper')).not.toBeNull(), { timeout: 5_000 })
  })

  it('is deleted in words, and kept where one thinks better of it', async () => {
    const { inputs } = opened()
    await seen('file')
    await tap('file-delete')
    expect(el('file-sheet')).toHaveTextContent('不能恢复。发票本身仍在票夹里')
    await tap('file-sheet-keep')
    expect(inputs('setFile')).toEqual([])
    await tap('file-delete')
    await tap('file-sheet-confirm')
    await waitFor(() => expect(inputs('setFile')).toEqual([{ id: INVOICE, fileId: null }]))
  })

  it('another takes its place once it is there', async () => {
    camera()
    const { answers, inputs } = opened()
    await seen('file')
    answers['invoices/get'] = { invoice: invoice({ fileId: 'fi_1' }), known: genuine, file: kept }
    await tap('add-photo')
    await waitFor(() => expect(inputs('setFile')).toEqual([{ id: INVOICE, fileId: 'fi_1' }]))
    expect(await seen('file')).toBeInTheDocument()
  })

  it('an invoice without one offers the ways to it; one that broke off goes on', async () => {
    camera()
    const { answers, inputs } = opened({
      'invoices/get': { invoice: invoice(), known: genuine, file: null },
      'files/put': refuse(403, 'FORBIDDEN', '不行。'),
    })
    expect(await seen('file-card')).toHaveTextContent('只有您自己看得到')
    await tap('add-photo')
    await waitFor(() => expect(el('picked')).toHaveTextContent('没有传完'))
    answers['files/put'] = sent['files/put']
    await tap('file-again')
    await waitFor(() => expect(inputs('setFile')).toEqual([{ id: INVOICE, fileId: 'fi_1' }]))
  })
})
