/** Everything kept about me, as text that can be taken along. */
import { useState } from 'react'
import Taro from '@tarojs/taro'
import { api, type Output } from '../../../client/api'
import { useAction } from '../../../client/use-action'
import { useText } from '../../../messages'
import { accountTexts } from '../../../messages/account'
import { common } from '../../../messages/common'
import { Button, Card, Column, Fact, List, ListItem, Note, Toast, Words } from '../../../ui'

type Exported = Output<'accounts', 'export'>

const Result = ({ exported }: { readonly exported: Exported }) => {
  const t = useText(accountTexts)
  const words = useText(common)
  const [toast, setToast] = useState<string>()
  const copy = (): void => {
    Taro.setClipboardData({ data: JSON.stringify(exported, null, 2) }).then(
      () => setToast(words('copied')),
      () => undefined,
    )
  }
  const count = exported.sections.reduce((sum, { documents }) => sum + documents.length, 0)
  return (
    <Column gap={12}>
      <Words as="b" live>
        {t('exported', { n: count })}
      </Words>
      {exported.sections.map(({ name, documents }) => (
        <Fact key={name} label={name}>
          {documents.length}
        </Fact>
      ))}
      {exported.kept.length > 0 && (
        <List>
          {exported.kept.map(({ what, basis }) => (
            <ListItem key={what} title={`${t('exportKept')}:${what}`} note={basis} />
          ))}
        </List>
      )}
      <Button id="copy" kind="ghost" onPress={copy}>
        {t('copy')}
      </Button>
      <Toast text={toast} onDone={() => setToast(undefined)} />
    </Column>
  )
}

export const ExportCard = () => {
  const t = useText(accountTexts)
  const [exported, setExported] = useState<Exported>()
  const run = useAction((_: Record<string, never>, key) => api.accounts.export({}, { key }))
  return (
    <Card>
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('exportTitle')}
        </Words>
        <Words as="s">{t('exportNote')}</Words>
        {run.error && (
          <Note tone="danger" icon="warn">
            {run.error.message}
          </Note>
        )}
        {exported ? (
          <Result exported={exported} />
        ) : (
          <Button
            id="export"
            kind="ghost"
            icon="download"
            loading={run.busy}
            onPress={() => void run.run({}).then(setExported)}
          >
            {t('export')}
          </Button>
        )}
      </Column>
    </Card>
  )
}
