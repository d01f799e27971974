/** A title's code was scanned: what it says, and the way into the title book. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import type { TitleReading } from '../../../../../functions/invoices/rules/title'
import type { InvoiceTitle } from '../../../../../functions/invoices/rules/title-fields'
import { api } from '../../../../client/api'
import { invalidate } from '../../../../client/queries'
import { go, routes } from '../../../../client/routes'
import { useAction } from '../../../../client/use-action'
import { useText } from '../../../../messages'
import { Badge, Button, Card, Column, Fact, Note, role, Words } from '../../../../ui'
import { texts } from '../../messages'
import type { SavingTitle } from '../../model/answers'
import { titleFaultsIn } from '../../model/refused'
import { Failed } from '../failed'
import { INVOICES } from '../queries'
import { TITLE_FIELDS } from '../../model/title'

const Found = ({ title }: { readonly title: InvoiceTitle }) => {
  const t = useText(texts)
  const [saved, setSaved] = useState(false)
  const save = useAction((wish: SavingTitle, key) => api.invoices.saveTitle(wish, { key }))
  const send = async (): Promise<void> => {
    if (!(await save.run({ ...title, first: false }))) return
    setSaved(true)
    invalidate(INVOICES)
  }
  const faults = [...titleFaultsIn(save.error)]
  return (
    <Card id="title-found" next>
      <Column gap={12}>
        <Words as="s">{t('title.found')}</Words>
        <Words as="h" level={2}>
          {title.name}
        </Words>
        {TITLE_FIELDS.filter((field) => field !== 'name' && title[field] !== '').map((field) => (
          <Fact key={field} label={t(`title.${field}`)}>
            {title[field]}
          </Fact>
        ))}
        <Words as="s">{t('title.compare')}</Words>
        <Failed id="title-failed" error={save.error} />
        {faults.map(([field, words]) => (
          <Words key={field} as="s danger">
            {words}
          </Words>
        ))}
        {saved ? (
          <Note tone="ok" icon="check">
            <View id="title-saved" {...role('status')}>
              {t('title.saved')}
            </View>
          </Note>
        ) : (
          <Button id="title-keep" icon="plus" block loading={save.busy} onPress={() => void send()}>
            {t('title.keep')}
          </Button>
        )}
        <Button id="title-book" kind="ghost" block onPress={() => void go(routes.invoiceTitles)}>
          {t('door.titles')}
        </Button>
      </Column>
    </Card>
  )
}

export const TitleFound = ({
  reading,
  onScan,
}: {
  readonly reading: TitleReading
  readonly onScan: () => void
}) => {
  const t = useText(texts)
  if (reading.ok) return <Found title={reading.title} />
  return (
    <Card id="title-broken">
      <Column gap={12}>
        <Badge icon="company" tone="warn" />
        <Words as="h" level={2} live>
          {t('title.broken')}
        </Words>
        <Words>{t('title.brokenWay')}</Words>
        <Button id="other-scan" icon="qr" onPress={onScan}>
          {t('scan.again')}
        </Button>
      </Column>
    </Card>
  )
}
