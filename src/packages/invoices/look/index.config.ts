export default definePageConfig({ navigationBarTitleText: '看发票' })
