export default definePageConfig({ navigationBarTitleText: '退税代理机构' })
