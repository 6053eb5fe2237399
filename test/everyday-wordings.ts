// Everyday wordings of clinicians and the code that a coder gives them; "-" stands for any code of the family.
// Data of test/search.test.ts, written for it; no patient's words.
export const EVERYDAY: readonly (readonly [words: string, code: string])[] = [
  ['slipped disc lower back', 'M51.26'], ['bulging disc L4-L5', 'M51.26'], ['herniated disc L5-S1', 'M51.27'], ['HNP L5-S1', 'M51.27'], ['herniated disc neck C5-C6', 'M50.222'],
  ['LBP', 'M54.50'], ['low back pain', 'M54.50'], ['lumbago', 'M54.50'], ['lower back ache', 'M54.50'], ['back pain', 'M54.9'], ['LBP left leg sciatica', 'M54.42'],
  ['sciatica right side', 'M54.31'], ['left sciatica', 'M54.32'], ['lumbago with sciatica right', 'M54.41'], ['piriformis syndrome left', 'G57.02'], ['pyriformis', 'G57.0-'],
  ['neck pain', 'M54.2'], ['stiff painful neck cervicalgia', 'M54.2'], ['mid back pain', 'M54.6'], ['thoracic spine pain', 'M54.6'], ['tailbone pain', 'M53.3'], ['coccydynia', 'M53.3'],
  ['SI joint pain', 'M53.3'], ['sacroiliac joint dysfunction', 'M53.3'], ['sacroiliitis', 'M46.1'], ['failed back surgery', 'M96.1'], ['postlaminectomy syndrome', 'M96.1'],
  ['pinched nerve in neck', 'M54.12'], ['pinched nerve lower back', 'M54.16'], ['lumbar radiculopathy', 'M54.16'], ['lumber radiculopathy', 'M54.16'], ['cervical radiculopathy', 'M54.12'], ['S1 radiculopathy', 'M54.17'],
  ['spinal stenosis lumbar', 'M48.061'], ['lumbar stenosis with neurogenic claudication', 'M48.062'], ['narrowing of the spine in the neck', 'M48.02'],
  ['degenerative disc disease lumbar', 'M51.36-'], ['DDD L5-S1', 'M51.37-'], ['disc degeneration cervical C5-C6', 'M50.322'],
  ['facet arthritis lumbar', 'M47.816'], ['facet arthropathy L4-L5', 'M47.816'], ['cervical spondylosis', 'M47.812'], ['arthritis of the neck', 'M47.812'],
  ['pars defect L5', 'M43.06'], ['spondylolysis lumbar', 'M43.06'], ['spondylolisthesis L4 on L5', 'M43.16'], ['slipped vertebra lumbar', 'M43.16'],
  ['pulled muscle lower back', 'S39.012-'], ['low back strain initial encounter', 'S39.012A'], ['lumbar sprain', 'S33.5XX-'], ['whiplash', 'S13.4XX-'], ['neck strain', 'S16.1XX-'], ['muscle spasm of back', 'M62.830'],
  ['wedge fracture T12 old osteoporosis', 'M80.-'], ['osteoporotic compression fracture L1', 'M80.-'], ['broken tailbone', 'S32.2XX-'], ['burst fracture L1', 'S32.01-'], ['fracture of sacrum', 'S32.1-'], ['compression fracture lumbar vertebra', 'M48.56X-'],
  ['pathological fracture spine cancer', 'M84.58X-'], ['bone metastasis spine', 'C79.51'], ['flank pain right', 'R10.A1'], ['flank pain left side', 'R10.A2'],
  ['chronic pain syndrome', 'G89.4'], ['cauda equina syndrome', 'G83.4'], ['ankylosing spondylitis', 'M45.9'], ['scoliosis', 'M41.9'], ['kyphosis', 'M40.-'], ['myofascial pain', 'M79.18'],
  ['left leg pain', 'M79.605'], ['right hip pain', 'M25.551'], ['left thigh pain', 'M79.652'], ['history of spinal fusion', 'Z98.1'], ['lumbosacral plexopathy', 'G54.1'], ['occipital neuralgia', 'M54.81'], ['vertebrogenic low back pain', 'M54.51'],
];
