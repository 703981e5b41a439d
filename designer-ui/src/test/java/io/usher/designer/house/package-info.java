/** The whole house for browser tests: the built engine and the built designer on the run's broker and store, and a Chromium. */
package io.usher.designer.house;
