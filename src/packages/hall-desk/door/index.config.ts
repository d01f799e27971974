export default definePageConfig({ navigationBarTitleText: '门口取号' })
