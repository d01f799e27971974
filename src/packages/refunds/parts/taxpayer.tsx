/** For whom: one of the taxpayers I act for; and what to do where an identity was not checked yet. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Taxpayer } from '../../../client/api'
import { go, here, routes } from '../../../client/routes'
import { useText } from '../../../messages'
import { Badge, Button, Card, Column, Empty, Icon, List, ListItem, Row, Sheet, Tag, Words } from '../../../ui'
import { texts } from '../messages'

const Standing = ({ taxpayer: { standing, through } }: { readonly taxpayer: Taxpayer }) => {
  const t = useText(texts)
  return (
    <View className="sb-row g4 wrap start">
      <Tag tone={standing === 'verified' ? 'ok' : 'warn'}>{t(`standing.${standing}`)}</Tag>
      {through === 'authorisation' && <Tag tone="gold">{t('standing.agent')}</Tag>}
    </View>
  )
}

export const TaxpayerCard = ({
  taxpayers,
  chosen,
  onChange,
}: {
  readonly taxpayers: readonly Taxpayer[]
  readonly chosen: Taxpayer
  readonly onChange: (id: string) => void
}) => {
  const t = useText(texts)
  const [open, setOpen] = useState(false)
  return (
    <Card id="claimant">
      <Row gap={12} stack>
        <View className="sb-row g12 start grow">
          <Badge icon={chosen.kind === 'person' ? 'me' : 'company'} />
          <Column gap={4} grow>
            <Words as="s">{t('who.for')}</Words>
            <Words as="b">{chosen.name}</Words>
            <Standing taxpayer={chosen} />
          </Column>
        </View>
        {taxpayers.length > 1 && (
          <Button id="claimant-change" kind="text" onPress={() => setOpen(true)}>
            {t('who.change')}
          </Button>
        )}
      </Row>
      <Sheet id="claimants" open={open} title={t('who.choose')} onClose={() => setOpen(false)}>
        <List>
          {taxpayers.map((one) => (
            <ListItem
              key={one.id}
              id={`for-${one.id}`}
              lead={<Icon name={one.kind === 'person' ? 'me' : 'company'} />}
              title={one.name}
              note={one.number}
              trail={<Standing taxpayer={one} />}
              onPress={() => {
                setOpen(false)
                onChange(one.id)
              }}
            />
          ))}
        </List>
      </Sheet>
    </Card>
  )
}

/** Who it is was not checked at a window yet: why that matters, and how it is done. */
export const NotVerified = ({ name }: { readonly name: string }) => {
  const t = useText(texts)
  return (
    <Card id="not-verified" next>
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('verify.title', { name })}
        </Words>
        <Words>{t('verify.why')}</Words>
        <Words>{t('verify.how')}</Words>
        <Button id="verify-book" icon="calendar" onPress={() => void go(routes.halls())}>
          {t('verify.book')}
        </Button>
      </Column>
    </Card>
  )
}

/** Acts for nobody yet. */
export const NoTaxpayer = () => {
  const t = useText(texts)
  return (
    <Empty
      icon="me"
      title={t('noOne.title')}
      action={t('noOne.add')}
      onAction={() => void go(routes.taxpayer(here()))}
    >
      {t('noOne.why')}
    </Empty>
  )
}
