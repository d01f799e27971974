/** The PDF of an invoice: chosen, sent, read; what it says is then looked over in the form. */
import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { INVOICE_FILES } from '../../../../../functions/invoices/data/uploads'
import { api } from '../../../../client/api'
import { ApiError } from '../../../../client/errors'
import { pickFiles } from '../../../../client/pick'
import { createUpload } from '../../../../client/upload'
import { useUploads, type Sending, type Uploads } from '../../../../client/use-uploads'
import { useText } from '../../../../messages'
import { Button, Card, Column, Note, role, Words } from '../../../../ui'
import { FileRow } from '../../../../ui/file-row'
import { texts } from '../../messages'
import { EMPTY, entryOfPdf } from '../../model/entry'
import type { InvoiceEntry } from '../../../../../functions/invoices/rules/invoice'
import type { FromPdf } from '../../model/in-hand'

/** Photos of invoices are scanned, not read. */
const PDF = { ...INVOICE_FILES, types: ['application/pdf'] } as const

export interface PdfDone {
  readonly entry: InvoiceEntry
  readonly pdf: FromPdf
}

type Problem = 'refused' | 'unreadable'

const readIn = async (fileId: string): Promise<PdfDone | 'unreadable'> => {
  try {
    const read = await api.invoices.readPdf({ fileId })
    const { category, sellerName, unsure } = read
    return { entry: entryOfPdf(read), pdf: { fileId, category, sellerName, unsure } }
  } catch (thrown) {
    if (thrown instanceof ApiError && thrown.code === 'PDF_UNREADABLE') return 'unreadable'
    throw thrown
  }
}

const usePdf = (onDone: (done: PdfDone) => void) => {
  const [problem, setProblem] = useState<Problem>()
  const [unread, setUnread] = useState<string>()
  const uploads = useUploads<string>({
    limits: PDF,
    upload: (file, tell) => createUpload(file, 'invoices.file', tell),
    after: async (fileId, key) => {
      const read = await readIn(fileId)
      if (read !== 'unreadable') return onDone(read)
      uploadsNow.current?.remove(key)
      setUnread(fileId)
      setProblem('unreadable')
    },
  })
  const uploadsNow = useRef<Uploads<string>>()
  uploadsNow.current = uploads
  const choose = async (): Promise<void> => {
    setProblem(undefined)
    const choice = await pickFiles('file', PDF.types, 1)
    if (choice.kind === 'refused') setProblem('refused')
    if (choice.kind !== 'files') return
    uploads.items.forEach(({ key }) => uploads.remove(key))
    choice.files.slice(0, 1).forEach((file) => uploads.take(file, file.name ?? 'PDF'))
  }
  return { problem, unread, uploads, choose }
}

const OnItsWay = ({ one, uploads }: { readonly one: Sending<string>; readonly uploads: Uploads<string> }) => {
  const t = useText(texts)
  const { key, about, state } = one
  const note = (): string => {
    switch (state.at) {
      case 'sending':
        return t('pdf.sending', { p: state.percent })
      case 'checking':
      case 'done':
        return t('pdf.reading')
      case 'failed':
        return t('pdf.failed')
      case 'wrong':
        return t(`pdf.wrong.${state.problem}`)
    }
  }
  return (
    <View {...role('list')} aria-label={t('pdf')}>
      <FileRow
        id="pdf-file"
        title={about}
        note={note()}
        bad={state.at === 'failed' || state.at === 'wrong'}
        percent={state.at === 'sending' ? state.percent : undefined}
        face="paper"
      >
        {state.at === 'failed' && (
          <Button id="pdf-again" kind="text" onPress={() => uploads.retry(key)}>
            {t('pdf.again')}
          </Button>
        )}
      </FileRow>
    </View>
  )
}

export const PdfStep = ({
  onDone,
  onType,
}: {
  readonly onDone: (done: PdfDone) => void
  readonly onType: () => void
}) => {
  const t = useText(texts)
  const { problem, unread, uploads, choose } = usePdf(onDone)
  const byHand = (): void =>
    unread === undefined
      ? onType()
      : onDone({ entry: EMPTY, pdf: { fileId: unread, category: 'other', sellerName: null, unsure: [] } })
  return (
    <>
      <Card>
        <Column gap={12}>
          <Words>{t(process.env.TARO_ENV === 'weapp' ? 'pdf.fromChat' : 'pdf.fromFiles')}</Words>
          <Words as="s">{t('pdf.what')}</Words>
          {uploads.items.map((one) => (
            <OnItsWay key={one.key} one={one} uploads={uploads} />
          ))}
          {problem && (
            <Note tone="warn" icon="warn">
              <View id="pdf-problem" {...role('alert')}>
                {t(`pdf.${problem}`)}
              </View>
            </Note>
          )}
          <Button id="pdf-choose" icon="download" block loading={uploads.busy} onPress={() => void choose()}>
            {t(problem === undefined && uploads.items.length === 0 ? 'pdf.choose' : 'pdf.another')}
          </Button>
        </Column>
      </Card>
      <Button id="pdf-type" kind="ghost" icon="edit" block onPress={byHand}>
        {t(unread === undefined ? 'type' : 'pdf.typeWith')}
      </Button>
    </>
  )
}
