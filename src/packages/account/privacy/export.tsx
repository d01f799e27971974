/** Everything kept about me, collected page by page, as one file that can be taken along. */
import { useMemo, useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { api } from '../../../client/api'
import { collectPages } from '../../../client/pages'
import { copyText, fileAddress, saveOnDevice, sendToChat, type TextFile } from '../../../client/save'
import { useAction } from '../../../client/use-action'
import { useText } from '../../../messages'
import { texts } from '../messages'
import { common } from '../../../messages/common'
import { Button, Card, Column, Fact, List, ListItem, Note, Toast, Words } from '../../../ui'
import { countOf, exportFile, joined, type Exported, type ExportPage } from './exported'

/** WeChat has no downloads: the file is kept on the device, sent to a chat, or copied. */
const WeChatWays = ({
  file,
  onSaid,
}: {
  readonly file: TextFile
  readonly onSaid: (words: string) => void
}) => {
  const t = useText(texts)
  const keep = (): void => {
    try {
      saveOnDevice(file)
      onSaid(t('exportSaved', { file: file.name }))
    } catch {
      onSaid(t('exportFailed'))
    }
  }
  const send = async (): Promise<void> => {
    if ((await sendToChat(file)) === 'not') onSaid(t('exportFailed'))
  }
  return (
    <>
      <Button id="export-file" icon="download" onPress={keep}>
        {t('exportKeep')}
      </Button>
      <Button id="export-send" kind="ghost" icon="share" onPress={() => void send()}>
        {t('exportSend')}
      </Button>
    </>
  )
}

const Result = ({ exported }: { readonly exported: Exported }) => {
  const t = useText(texts)
  const words = useText(common)
  const [toast, setToast] = useState<string>()
  const file = useMemo(() => exportFile(exported), [exported])
  const copy = async (): Promise<void> =>
    setToast((await copyText(file.text)) ? words('copied') : t('exportFailed'))
  return (
    <Column gap={12}>
      <Words as="b" live>
        {t('exported', { n: countOf(exported) })}
      </Words>
      {exported.sections.map(({ name, what, documents }) => (
        <Fact key={name} label={what}>
          {documents.length}
        </Fact>
      ))}
      {exported.kept.length > 0 && (
        <List>
          {exported.kept.map(({ what, basis }) => (
            <ListItem key={what} title={t('exportKept', { what })} note={basis} />
          ))}
        </List>
      )}
      {process.env.TARO_ENV === 'weapp' ? (
        <WeChatWays file={file} onSaid={setToast} />
      ) : (
        <a id="export-file" className="sb-btn primary" href={fileAddress(file)} download={file.name}>
          {t('exportKeep')}
        </a>
      )}
      <Button id="copy" kind="ghost" onPress={() => void copy()}>
        {t('copy')}
      </Button>
      <Toast text={toast} onDone={() => setToast(undefined)} />
    </Column>
  )
}

/** Collects the pages; what has come stays when a later one fails, and the next try goes on behind it. */
const useExport = () => {
  const [pages, setPages] = useState<readonly ExportPage[]>([])
  const loaded = useRef(pages)
  const run = useAction((_: Record<string, never>, key) =>
    collectPages(
      (after, page) => api.accounts.export(after === undefined ? {} : { after }, { key: `${key}-${page}` }),
      (sofar) => {
        loaded.current = [...sofar]
        setPages(loaded.current)
      },
      loaded.current,
    ),
  )
  return { exported: useMemo(() => joined(pages), [pages]), run }
}

export const ExportCard = () => {
  const t = useText(texts)
  const { exported, run } = useExport()
  const count = exported === undefined ? 0 : countOf(exported)
  return (
    <Card>
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('exportTitle')}
        </Words>
        <Words as="s">{t('exportNote')}</Words>
        {run.error && (
          <Note tone="danger" icon="warn">
            <View id="export-failed" role="alert">
              {exported ? t('exportPartial', { n: count, why: run.error.message }) : run.error.message}
            </View>
          </Note>
        )}
        {run.busy && exported && (
          <Words as="s" live>
            {t('exportProgress', { n: count })}
          </Words>
        )}
        {exported && !run.busy && <Result exported={exported} />}
        {exported?.complete !== true && (
          <Button
            id="export"
            kind="ghost"
            icon="download"
            loading={run.busy}
            onPress={() => void run.run({})}
          >
            {t(exported && !run.busy ? 'exportGoOn' : 'export')}
          </Button>
        )}
      </Column>
    </Card>
  )
}
