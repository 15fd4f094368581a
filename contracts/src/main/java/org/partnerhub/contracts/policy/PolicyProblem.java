package org.partnerhub.contracts.policy;

/**
 * One thing wrong with a policy file.
 *
 * @param file such as {@code policy/purposes.yml}
 * @param line counted from 1; 0 where no line is to blame
 * @param remedy a sentence that says what to write instead
 */
public record PolicyProblem(String file, int line, String remedy) {

    @Override
    public String toString() {
        return line == 0 ? file + ": " + remedy : file + " line " + line + ": " + remedy;
    }
}
