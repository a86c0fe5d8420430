import { ACTIVE, planText, testRule, withKeys } from './rule-test.ts';

const body = (text: string): string => planText(ACTIVE, `# Faster search\n\n${text}\n`);

testRule('text-encoding', {
  valid: {
    'signs and accents as they are': { text: body('✅ Größe, « café », 20 °C → 30 °C, naïve, übergroß') },
    'a letter with a quote behind it': { text: body('Sie sagte „Spaß“, il est fatigué…» et «CAFÉ»') },
    'a formula': { text: body('√π and 2√π, and ¬∂') },
    'what is spoken of in back ticks': { text: body('A tick becomes `‚úÖ`, a dash `â€“`.') },
    'a closed plan': { text: planText(withKeys(ACTIVE, { lifecycle: 'completed' }), '‚úÖ\n') },
  },
  invalid: {
    'a tick that was read as Mac Roman, and a dash as Windows-1252': {
      text: body('- [x] Build the index ‚úÖ\n- [ ] Read it â€“ from disk'),
      said: [
        {
          severity: 'notice',
          at: '14:23-14:26',
          message:
            'This text was saved in another encoding than it was read in: "‚úÖ" was "✅", so write that again.',
          help: 'And 1 more, on line 15.',
          count: 2,
          fix: ['14:23-14:26 → ✅', '15:15-15:18 → –'],
        },
      ],
    },
    'letters in the front matter and in code, on a scan': {
      text: planText(
        withKeys(ACTIVE, { title: 'CafÃ© search' }),
        '# CafÃ© search\n\n```\n‚îú‚îÄ‚îÄ src\n```\n',
      ),
      run: 'scan',
      said: [
        {
          severity: 'notice',
          at: '3:11-3:13',
          message:
            'This text was saved in another encoding than it was read in: "Ã©" was "é", so write that again.',
          help: 'And 2 more, on lines 12 and 15.',
          count: 3,
          fix: ['3:11-3:13 → é', '12:6-12:8 → é', '15:1-15:10 → ├──'],
        },
      ],
    },
    'what was misread twice': {
      text: body('Fast Ã¢â‚¬â€œ and cheap'),
      said: [
        {
          severity: 'notice',
          at: '14:6-14:14',
          message:
            'This text was saved in another encoding than it was read in: "Ã¢â‚¬â€œ" was "–", so write that again.',
          fix: ['14:6-14:14 → –'],
        },
      ],
    },
    'what is new beside what was there before': {
      base: body('Fast ‚Üí cheap'),
      text: body('Fast ‚Üí cheap ‚úÖ'),
      said: [
        {
          severity: 'notice',
          at: '14:6-14:9',
          message:
            'This text was saved in another encoding than it was read in: "‚Üí" was "→", so write that again.',
          isNew: false,
          fix: ['14:6-14:9 → →'],
        },
        {
          severity: 'notice',
          at: '14:16-14:19',
          message:
            'This text was saved in another encoding than it was read in: "‚úÖ" was "✅", so write that again.',
          fix: ['14:16-14:19 → ✅'],
        },
      ],
    },
  },
});
