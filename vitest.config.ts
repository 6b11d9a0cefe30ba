import { defineConfig } from "vitest/config";

const inCi = process.env.CI !== undefined;

export default defineConfig({
  test: {
    include: ["{packages/*,training,bench,scripts}/test/**/*.test.ts"],
    globalSetup: "scripts/test-setup.ts",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: inCi ? ["default", ["json", { outputFile: ".build/tests.json" }]] : ["default"],
  },
});
