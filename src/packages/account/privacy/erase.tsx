/** Deleting everything about me: said in words, asked once more, then what law keeps is shown. */
import { useState } from 'react'
import { api, type Output } from '../../../client/api'
import { signOutHere } from '../../../client/session'
import { useAction } from '../../../client/use-action'
import { replace, routes } from '../../../client/routes'
import { useText } from '../../../messages'
import { texts } from '../messages'
import { common } from '../../../messages/common'
import { Button, Card, Column, ConfirmSheet, List, ListItem, Note, Sheet, Words } from '../../../ui'

type Erased = Output<'accounts', 'erase'>

export const EraseCard = () => {
  const t = useText(texts)
  const words = useText(common)
  const [asking, setAsking] = useState(false)
  const [erased, setErased] = useState<Erased>()
  const run = useAction((_: Record<string, never>, key) => api.accounts.erase({ confirm: 'ERASE' }, { key }))
  const leave = (): void => {
    signOutHere()
    void replace(routes.home)
  }
  const erase = (): void => {
    void run.run({}).then((done) => {
      if (!done) return
      setAsking(false)
      setErased(done)
    })
  }
  return (
    <Card>
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('eraseTitle')}
        </Words>
        <Words as="s">{t('eraseNote')}</Words>
        <Button id="erase" kind="danger" icon="trash" onPress={() => setAsking(true)}>
          {t('erase')}
        </Button>
      </Column>
      <ConfirmSheet
        id="erase-sheet"
        open={asking}
        title={t('eraseAsk')}
        confirm={t('eraseConfirm')}
        keep={t('eraseKeep')}
        busy={run.busy}
        onConfirm={erase}
        onClose={() => setAsking(false)}
      >
        <Words>{t('eraseWords')}</Words>
        {run.error && (
          <Note tone="danger" icon="warn">
            {run.error.message}
          </Note>
        )}
      </ConfirmSheet>
      <Sheet
        id="erased"
        open={erased !== undefined}
        title={erased?.kept.length === 0 ? t('erasedNone') : t('erased')}
        onClose={leave}
      >
        <List>
          {erased?.kept.map(({ what, basis }) => (
            <ListItem key={what} title={what} note={basis} />
          ))}
        </List>
        <Button onPress={leave}>{words('home')}</Button>
      </Sheet>
    </Card>
  )
}
