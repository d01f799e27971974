/** The picture or PDF that is kept with an invoice: seen, replaced, deleted in words; or the ways to one. */
import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { dayOf } from '../../../../../functions/core/pure/time'
import { api } from '../../../../client/api'
import { readFile } from '../../../../client/read-file'
import type { Picked } from '../../../../client/upload'
import { useAction } from '../../../../client/use-action'
import { useAsked, type Asked } from '../../../../client/use-asked'
import { useLanguage, useText } from '../../../../messages'
import { datedText } from '../../../../messages/dates'
import { Button, Card, Column, ConfirmSheet, role, Words } from '../../../../ui'
import { FileRow } from '../../../../ui/file-row'
import { MaterialLook } from '../../../../ui/material-look'
import { sizeOf } from '../../../../ui/material-model'
import { texts } from '../../messages'
import type { KeptFile, WalletInvoice } from '../../model/answers'
import { Failed } from '../failed'
import { ChooseFile } from '../file/choose-file'
import { isPdf, PickedRow } from '../file/picked-row'
import { useSendingFile } from '../file/use-sending'

interface Wish {
  readonly id: string
  readonly fileId: string | null
}

const read = (id: string, tell?: (percent: number) => void): Promise<string> =>
  readFile((place) => api.invoices.file({ id, place }), tell)

/** A photo is fetched to be seen at once, and kept nowhere; a PDF when it is looked at. */
const usePhoto = ({ id }: WalletInvoice, file: KeptFile): Asked<string | undefined> => {
  const pdf = isPdf(file.type)
  const ask = useCallback(() => (pdf ? Promise.resolve(undefined) : read(id)), [id, pdf])
  return useAsked<string | undefined>(ask)
}

const useFacts = ({ size, at }: KeptFile): string => {
  const t = useText(texts)
  const language = useLanguage()
  const { unit, n } = sizeOf(size)
  return t('with.facts', { size: t(`with.${unit}`, { n }), date: datedText(dayOf(at), language) })
}

const Kept = ({
  it,
  file,
  onDelete,
}: {
  readonly it: WalletInvoice
  readonly file: KeptFile
  readonly onDelete: () => void
}) => {
  const t = useText(texts)
  const [looking, setLooking] = useState(false)
  const { data: photo, failure } = usePhoto(it, file)
  const pdf = isPdf(file.type)
  const name = t(pdf ? 'with.pdf' : 'with.photo')
  return (
    <View {...role('list')} aria-label={t('with.title')}>
      <FileRow
        id="file"
        title={name}
        note={useFacts(file)}
        face={pdf || failure ? 'paper' : { photo }}
        look={{ label: t('with.look', { name }), onPress: () => setLooking(true) }}
      >
        <Button
          id="file-delete"
          kind="text"
          icon="trash"
          label={t('with.delete', { name })}
          onPress={onDelete}
        />
      </FileRow>
      {looking && (
        <MaterialLook
          looked={{ name, pdf, id: it.id, ...(photo !== undefined && { address: photo }) }}
          read={read}
          onClose={() => setLooking(false)}
        />
      )}
    </View>
  )
}

export const FileCard = ({
  it,
  file,
  onChange,
}: {
  readonly it: WalletInvoice
  readonly file: KeptFile | null
  readonly onChange: () => void
}) => {
  const t = useText(texts)
  const [picked, setPicked] = useState<Picked>()
  const [asking, setAsking] = useState(false)
  const sending = useSendingFile()
  const set = useAction((wish: Wish, key) => api.invoices.setFile(wish, { key }))
  const put = async (fileId: string | null): Promise<void> => {
    if (!(await set.run({ id: it.id, fileId }))) return
    setAsking(false)
    setPicked(undefined)
    sending.clear()
    onChange()
  }
  const send = async (chosen: Picked): Promise<void> => {
    setPicked(chosen)
    const fileId = await sending.send(chosen)
    if (fileId !== undefined) await put(fileId)
  }
  const again = picked && (sending.state?.at === 'failed' || set.error !== undefined) ? picked : undefined
  return (
    <Card id="file-card">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('with.title')}
        </Words>
        {picked ? (
          <PickedRow file={picked} state={sending.state}>
            {again && (
              <Button id="file-again" kind="text" onPress={() => void send(again)}>
                {t('with.again')}
              </Button>
            )}
          </PickedRow>
        ) : file ? (
          <Kept it={it} file={file} onDelete={() => setAsking(true)} />
        ) : (
          <Words as="s">{t('with.why')}</Words>
        )}
        <Failed id="file-failed" error={asking ? undefined : set.error} />
        {(picked === undefined || sending.state?.at === 'wrong' || again !== undefined) && (
          <>
            {file && <Words as="s">{t('with.replace')}</Words>}
            <ChooseFile onChoose={(chosen) => void send(chosen)} />
          </>
        )}
      </Column>
      <ConfirmSheet
        id="file-sheet"
        open={asking}
        title={t('with.deleteTitle')}
        confirm={t('with.deleteYes')}
        keep={t('remove.keep')}
        busy={set.busy}
        onClose={() => setAsking(false)}
        onConfirm={() => void put(null)}
      >
        <Column gap={8}>
          <Words>{t('with.deleteWords')}</Words>
          <Failed id="file-delete-failed" error={set.error} />
        </Column>
      </ConfirmSheet>
    </Card>
  )
}
