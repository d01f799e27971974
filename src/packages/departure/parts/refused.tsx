/** Why the form was not issued, with the way out: one's own form that has the invoice already. */
import { View } from '@tarojs/components'
import type { ApiError } from '../../../client/errors'
import { replace, routes } from '../../../client/routes'
import { isRecord } from '../../../client/storage'
import { useText } from '../../../messages'
import { Button, Note, role } from '../../../ui'
import { texts } from '../messages'

export const Refused = ({ error }: { readonly error: ApiError }) => {
  const t = useText(texts)
  const formId: unknown = isRecord(error.data) ? error.data['formId'] : undefined
  const own = error.code === 'CLAIMED_BEFORE' && typeof formId === 'string'
  return (
    <>
      <Note tone="danger" icon="warn">
        <View id="refused" {...role('alert')}>
          {own ? t('claimed.own') : error.message}
        </View>
      </Note>
      {own && (
        <Button id="claimed-open" kind="ghost" onPress={() => void replace(routes.departureForm(formId))}>
          {t('claimed.open')}
        </Button>
      )}
    </>
  )
}
