export { type ExpectedStream, type PipelineMatchers, pipelineMatchers } from './jest';
export type { TestPod } from './target-pod';
export {
  type PipelineTest,
  type TestEntry,
  type TestOptions,
  type TestStream,
  type TestTarget,
  testPipeline,
  type WrittenLine,
} from './test-pipeline';
