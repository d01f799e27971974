export default definePageConfig({ navigationBarTitleText: '添加纳税人' })
