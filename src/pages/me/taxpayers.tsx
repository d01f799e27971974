/** The taxpayers I act for: the default one, another as default, one less, one more. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { api, type Taxpayer } from '../../client/api'
import { invalidate } from '../../client/queries'
import { go, routes } from '../../client/routes'
import { useAction } from '../../client/use-action'
import { useText } from '../../messages'
import { texts } from './messages'
import { Badge, Button, ConfirmSheet, List, ListItem, Note, Section, Sheet, Tag, Words } from '../../ui'
import { Given, GIVEN, type Authorisation } from './given'

const Standing = ({ taxpayer }: { readonly taxpayer: Taxpayer }) => {
  const t = useText(texts)
  return (
    <View className="sb-row g4 wrap start me-tags">
      {taxpayer.isDefault && <Tag>{t('default')}</Tag>}
      {taxpayer.through === 'authorisation' && <Tag tone="gold">{t('agent')}</Tag>}
      <Tag tone={taxpayer.standing === 'verified' ? 'ok' : 'quiet'}>{t(taxpayer.standing)}</Tag>
    </View>
  )
}

export const Taxpayers = ({
  taxpayers,
  onChange,
}: {
  readonly taxpayers: readonly Taxpayer[]
  readonly onChange: () => void
}) => {
  const t = useText(texts)
  const [picked, setPicked] = useState<Taxpayer>()
  const [removing, setRemoving] = useState(false)
  const [withdrawn, setWithdrawn] = useState<Authorisation>()
  const setDefault = useAction((taxpayerId: string, key) => api.accounts.setDefault({ taxpayerId }, { key }))
  const unbind = useAction((taxpayerId: string, key) => api.accounts.unbind({ taxpayerId }, { key }))
  const revoke = useAction((authorisationId: string, key) =>
    api.accounts.revoke({ authorisationId }, { key }),
  )
  const close = (): void => {
    setWithdrawn(undefined)
    setPicked(undefined)
    setRemoving(false)
  }
  const finish = (done: unknown): void => {
    if (done === undefined) return
    close()
    onChange()
  }
  const takenBack = (done: unknown): void => {
    if (done === undefined) return
    setWithdrawn(undefined)
    invalidate(GIVEN)
  }
  return (
    <>
      <Section>{t('taxpayers')}</Section>
      <List id="taxpayers">
        {taxpayers.map((taxpayer) => (
          <ListItem
            key={taxpayer.id}
            lead={<Badge icon={taxpayer.kind === 'person' ? 'me' : 'company'} tone="quiet" />}
            title={taxpayer.name}
            note={
              <>
                <View className="sb-num">{taxpayer.number}</View>
                <Standing taxpayer={taxpayer} />
              </>
            }
            onPress={() => setPicked(taxpayer)}
          />
        ))}
        <ListItem
          id="add-taxpayer"
          lead={<Badge icon="plus" />}
          title={t('addTaxpayer')}
          note={taxpayers.length === 0 ? t('noTaxpayer') : undefined}
          onPress={() => void go(routes.taxpayer())}
        />
      </List>
      <Sheet
        id="taxpayer-sheet"
        open={picked !== undefined && !removing && !withdrawn}
        title={picked?.name ?? ''}
        onClose={close}
      >
        <Words as="s">{picked?.number}</Words>
        {setDefault.error && (
          <Note tone="danger" icon="warn">
            {setDefault.error.message}
          </Note>
        )}
        {picked && !picked.isDefault && (
          <Button
            id="make-default"
            loading={setDefault.busy}
            onPress={() => void setDefault.run(picked.id).then(finish)}
          >
            {t('makeDefault')}
          </Button>
        )}
        {picked?.through === 'own' && picked.standing === 'verified' && (
          <Given taxpayerId={picked.id} onWithdraw={setWithdrawn} />
        )}
        <Button id="remove" kind="danger" onPress={() => setRemoving(true)}>
          {t('remove')}
        </Button>
      </Sheet>
      <ConfirmSheet
        id="remove-sheet"
        open={picked !== undefined && removing}
        title={t('removeTitle', { name: picked?.name ?? '' })}
        confirm={t('removeConfirm')}
        busy={unbind.busy}
        onClose={close}
        onConfirm={() => picked && void unbind.run(picked.id).then(finish)}
      >
        <Words>{t('removeNote')}</Words>
        {unbind.error && (
          <Note tone="danger" icon="warn">
            {unbind.error.message}
          </Note>
        )}
      </ConfirmSheet>
      <ConfirmSheet
        id="withdraw-sheet"
        open={withdrawn !== undefined}
        title={t('withdrawTitle')}
        confirm={t('withdrawConfirm')}
        busy={revoke.busy}
        onClose={() => setWithdrawn(undefined)}
        onConfirm={() => withdrawn && void revoke.run(withdrawn.id).then(takenBack)}
      >
        <Words>{t('withdrawNote')}</Words>
        {revoke.error && (
          <Note tone="danger" icon="warn">
            {revoke.error.message}
          </Note>
        )}
      </ConfirmSheet>
    </>
  )
}
